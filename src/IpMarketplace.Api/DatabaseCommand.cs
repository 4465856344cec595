using System.CommandLine;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api;

/// <summary><c>database migrate</c>: brings the database to the form of this build. <c>database script</c>: the same as SQL, for an operator to run.</summary>
internal static class DatabaseCommand
{
    public static Command Create() => new("database", "Brings the database to the form this build needs, or writes the SQL that does.") { Migrate(), Script() };

    private static Command Migrate()
    {
        var command = Of("migrate", "Creates the database where there is none and applies the migrations it lacks.");
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = MarketplaceServer.Build([.. parsed.UnmatchedTokens]);
            var database = app.Services.GetRequiredService<DatabaseInitializer>();
            var waiting = await database.WaitingAsync(ct);
            await database.MigrateAsync(ct);
            Console.WriteLine(waiting.Count == 0 ? "Nothing to do: the database has every migration." : $"Applied {string.Join(", ", waiting)}.");
            foreach (var concern in await database.ConcernsAsync(ct))
            {
                await Console.Error.WriteLineAsync(concern);
            }
        });
        return command;
    }

    private static Command Script()
    {
        var file = new Option<FileInfo?>("--output", "-o") { Description = "The file to write; without it, standard output." };
        var command = Of("script", "Writes the migrations as SQL. For SQL Server it may be run again and again: what was applied is passed over.");
        command.Options.Add(file);
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = MarketplaceServer.Build([.. parsed.UnmatchedTokens]);
            var script = await app.Services.GetRequiredService<DatabaseInitializer>().ScriptAsync();
            await (parsed.GetValue(file) is { } target ? File.WriteAllTextAsync(target.FullName, script, ct) : Console.Out.WriteAsync(script));
        });
        return command;
    }

    private static Command Of(string name, string description) =>
        new(name, $"{description} Further arguments are settings, such as --Database:Provider=SqlServer.") { TreatUnmatchedTokensAsErrors = false };
}
