using System.CommandLine;
using System.Globalization;
using IpMarketplace.Following;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Api;

/// <summary><c>followers list</c>, <c>followers retry</c>: what follows the change feed, and what it could not digest.</summary>
internal static class FollowersCommand
{
    private const int SomeRemain = 1;

    private static readonly Option<string?> Follower = new("--follower") { Description = "Only what this follower parked, such as review-offers." };

    public static Command Create()
    {
        var followers = new Command("followers", "Shows what follows the change feed, and tries again what a follower parked because it could not digest it.");
        followers.Subcommands.Add(Of("list", "How far each follower with lasting effects is kept, and every parked change with its error.", (services, _, ct) => ListAsync(services, ct)));
        var retry = Of("retry", "Hands parked changes to their followers again; exits with 0 if none remains. Safe beside running servers.", RetryAsync);
        retry.Options.Add(Follower);
        followers.Subcommands.Add(retry);
        return followers;
    }

    private static Command Of(string name, string description, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, $"{description} Further arguments are settings, such as --Database:DataDirectory=data.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (line, ct) =>
        {
            await using var app = MarketplaceServer.Build([.. line.UnmatchedTokens]);
            return await run(app.Services, line, ct);
        });
        return command;
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContextAsync(ct);
        var head = await db.Changes.MaxAsync(change => (long?)change.Id, ct) ?? 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The feed ends at change {head}."));
        foreach (var kept in await db.Set<ConsumerPosition>().AsNoTracking().OrderBy(row => row.Consumer).ToListAsync(ct))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kept.Consumer}: kept at {kept.Position}, {head - kept.Position} behind."));
        }
        var parked = await services.GetRequiredService<ParkedChanges>().ListAsync(ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Parked changes: {parked.Count}."));
        foreach (var row in parked)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Consumer} change {row.ChangeId} since {row.At:u}: {FirstLineOf(row.Error)}"));
        }
        return 0;
    }

    private static async Task<int> RetryAsync(IServiceProvider services, ParseResult line, CancellationToken ct)
    {
        var parked = services.GetRequiredService<ParkedChanges>();
        var only = line.GetValue(Follower);
        var remain = 0;
        foreach (var row in (await parked.ListAsync(ct)).Where(row => only is null || row.Consumer == only))
        {
            var error = await parked.RetryAsync(row, ct);
            remain += error is null ? 0 : 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Consumer} change {row.ChangeId}: {(error is null ? "digested." : FirstLineOf(error))}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Parked changes that remain: {remain}."));
        return remain == 0 ? 0 : SomeRemain;
    }

    private static string FirstLineOf(string error) => error.AsSpan(0, error.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : error.Length).ToString();
}
