using System.CommandLine;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;

namespace IpMarketplace.Api;

/// <summary><c>schema print</c>: the schema as text, as <c>schema/schema.graphql</c> holds it.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo?>("--output", "-o") { Description = "The file to write; without it, standard output." };
        var print = new Command("print", "Writes the GraphQL schema in the schema definition language.") { file };
        print.TreatUnmatchedTokensAsErrors = false;
        print.SetAction(async (line, ct) =>
        {
            await using var app = MarketplaceServer.Build([.. line.UnmatchedTokens]);
            var text = SchemaPrinter.Print(app.Services.GetRequiredService<Schema>());
            await (line.GetValue(file) is { } target ? File.WriteAllTextAsync(target.FullName, text, ct) : Console.Out.WriteAsync(text));
            return 0;
        });
        return new Command("schema", "Shows the GraphQL schema.") { print };
    }
}
