using System.CommandLine;
using IpMarketplace.Catalogue.Reactions;

namespace IpMarketplace.Api;

/// <summary><c>catalogue verify</c>: whether the stored catalogue, brought up to date, shows what the database holds.</summary>
internal static class CatalogueCommand
{
    private const int Agrees = 0;
    private const int Differs = 1;
    private const int NothingToVerify = 2;

    public static Command Create() => new("catalogue", "Looks after what lists and searches read from memory.") { Verify() };

    private static Command Verify()
    {
        var verify = new Command(
            "verify",
            "Reads the stored catalogue, follows what changed since as a starting server would, and compares every card, offer, facet and indexed word with the "
            + "database, read anew. It looks twice, so that a change made meanwhile is no difference; the server may run. It needs the memory of two catalogues. "
            + "Further arguments are settings, such as --Database:DataDirectory=data. "
            + $"Exit code {Agrees}: nothing differs; {Differs}: each difference is named; {NothingToVerify}: no stored catalogue can be used.");
        verify.TreatUnmatchedTokensAsErrors = false;
        verify.SetAction(async (line, ct) =>
        {
            await using var app = MarketplaceServer.Build([.. line.UnmatchedTokens]);
            if (await app.Services.GetRequiredService<StoredCatalogueCheck>().FindDifferencesAsync(ct) is not var (patents, differences))
            {
                await Console.Error.WriteLineAsync("There is no stored catalogue that can be used; a server stores one when it is ready and when it stops.");
                return NothingToVerify;
            }
            foreach (var difference in differences)
            {
                await Console.Out.WriteLineAsync(difference.ToString());
            }
            await Console.Out.WriteLineAsync($"{patents} patents compared, {differences.Count} differences.");
            return differences.Count == 0 ? Agrees : Differs;
        });
        return verify;
    }
}
