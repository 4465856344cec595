using System.CommandLine;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Comparison;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.Api;

/// <summary><c>schema print</c>: the schema as text, as <c>schema/schema.graphql</c> holds it. <c>schema compare</c>: what a new version changes for clients.</summary>
internal static class SchemaCommand
{
    private const int Compatible = 0;
    private const int Breaks = 1;
    private const int Unreadable = 2;

    public static Command Create() => new("schema", "Shows the GraphQL schema, or compares two of them.") { Print(), Compare() };

    private static Command Print()
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
        return print;
    }

    private static Command Compare()
    {
        var from = new Argument<FileInfo>("old") { Description = "The schema that clients know, in the schema definition language." };
        var to = new Argument<FileInfo?>("new") { Description = "The schema that takes its place; this build's when not given.", Arity = ArgumentArity.ZeroOrOne };
        var compare = new Command("compare", $"Lists what a schema changes for clients of an older one. Exit code {Compatible}: nothing breaks; {Breaks}: something breaks; {Unreadable}: a file is no schema.") { from, to };
        compare.SetAction(async (line, ct) =>
        {
            try
            {
                var old = await ReadAsync(line.GetRequiredValue(from), ct);
                return await ReportAsync(SchemaComparer.Compare(old, line.GetValue(to) is { } file ? await ReadAsync(file, ct) : await BuiltAsync()));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                await Console.Error.WriteLineAsync(failure.Message);
                return Unreadable;
            }
        });
        return compare;
    }

    private static async Task<int> ReportAsync(IReadOnlyList<SchemaChange> changes)
    {
        foreach (var change in changes)
        {
            await Console.Out.WriteLineAsync($"{change.Criticality,-9} {change.Message}");
        }
        var count = changes.CountBy(change => change.Criticality).ToDictionary();
        await Console.Out.WriteLineAsync(string.Join(", ", Enum.GetValues<Criticality>().Reverse().Select(kind => $"{count.GetValueOrDefault(kind)} {kind.ToString().ToLowerInvariant()}")));
        return count.ContainsKey(Criticality.Breaking) ? Breaks : Compatible;
    }

    private static async Task<Schema> ReadAsync(FileInfo file, CancellationToken ct)
    {
        try
        {
            return SchemaBuilder.FromSdl(await File.ReadAllTextAsync(file.FullName, ct)).Build();
        }
        catch (SchemaException refused)
        {
            throw new InvalidDataException($"{file} is no schema. {refused.Message}", refused);
        }
    }

    private static async Task<Schema> BuiltAsync()
    {
        await using var app = MarketplaceServer.Build([]);
        return app.Services.GetRequiredService<Schema>();
    }
}
