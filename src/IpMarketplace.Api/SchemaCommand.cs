using System.CommandLine;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;

namespace IpMarketplace.Api;

/// <summary><c>schema print</c>: the schema as text, to standard output or into a file.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("file") { Description = "Where to write; without it, to standard output.", Arity = ArgumentArity.ZeroOrOne };
        var print = new Command("print", "Writes the GraphQL schema in the schema definition language.") { file };
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
