using System.Text.RegularExpressions;

namespace IpMarketplace.Architecture.Tests;

/// <summary>Rules of style that no compiler holds.</summary>
public sealed partial class SourceRulesTests
{
    /// <summary>Files longer than the rule, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongForAReason = [];

    private static readonly Dictionary<string, string> WaitsForAReason = new()
    {
        ["tests/IpMarketplace.Architecture.Tests/SourceRulesTests.cs"] = "names what it looks for",
        ["tests/IpMarketplace.Api.Tests/HangUpTests.cs"] = "plays clients that hang up at a random moment",
        ["tests/IpMarketplace.Api.Tests/OpenLicensing/StatementsOfAChangeTests.cs"] = "counts what an idle node asks in a stretch of time; more time only counts more",
        ["tests/IpMarketplace.Api.Tests/Starting/OpenPortTests.cs"] = "looks again until a process of its own is ready, within a bound",
        ["tests/IpMarketplace.Api.Tests/TwoNodesTests.cs"] = "looks again until another process has done it, within a bound",
        ["tests/IpMarketplace.Benchmarks/Start/StartMeasurement.cs"] = "asks a starting process again and again; a measurement, no test",
        ["tests/IpMarketplace.GraphQL.Tests/Execution/TimeLimitTests.cs"] = "looks again until a condition holds, within a bound",
        ["tests/IpMarketplace.Tests/Catalogue/CatalogueCalendarTests.cs"] = "looks again until the calendar has turned, within a bound",
        ["tests/IpMarketplace.Tests/Following/HoldingOutTests.cs"] = "looks again until a follower has gone on, within a bound",
        ["tests/IpMarketplace.Tests/Persistence/MutationTransactionTests.cs"] = "plays a slow follower of the change feed, for whom the reply has to wait",
    };

    [Fact]
    public void A_file_holds_one_concept()
    {
        var tooLong = SourceTree.Sources
            .Where(file => !LongForAReason.ContainsKey(file.Path))
            .Select(file => (file.Path, Lines: file.Text.Count(letter => letter == '\n')))
            .Where(file => file.Lines > (file.Path.StartsWith("src/IpMarketplace.GraphQL", StringComparison.Ordinal) ? 500 : 300))
            .Select(file => $"{file.Path}: {file.Lines} lines");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_exceptions_are_still_needed() =>
        Assert.All(LongForAReason.Keys.Concat(WaitsForAReason.Keys), path => Assert.Contains(SourceTree.Sources.Concat(SourceTree.Tests), file => file.Path == path));

    [Fact]
    public void No_exception_is_swallowed_or_caught_without_a_type() =>
        Assert.Empty(Matching(SourceTree.Sources, BareCatch()));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Assert.Empty(SourceTree.Sources.SelectMany(file => Unfinished().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}")));

    [Fact]
    public void The_clock_is_always_given() =>
        Assert.Empty(Matching(SourceTree.Sources, OwnClock()));

    [Fact]
    public void Tests_do_not_sleep() =>
        Assert.Empty(Matching(SourceTree.Tests.Where(file => !WaitsForAReason.ContainsKey(file.Path)), Sleeping()));

    [Theory]
    [InlineData("try { } catch { }")]
    [InlineData("catch (Exception e) { }")]
    [InlineData("catch\n    {\n    }")]
    public void A_planted_swallowed_exception_is_found(string text) => Assert.Matches(BareCatch(), text);

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("DateTime.Today")]
    public void A_planted_clock_is_found(string text) => Assert.Matches(OwnClock(), text);

    private static IEnumerable<string> Matching(IEnumerable<SourceFile> files, Regex rule) =>
        files.SelectMany(file => rule.Matches(file.WithoutComments()).Select(match => $"{file.Path}: {match.Value.Trim()}"));

    [GeneratedRegex(@"\bcatch\s*\{(?![^}]*\bthrow;)|\bcatch\s*\([^)]*\)(\s*when\s*\([^{]*\))?\s*\{\s*\}")]
    private static partial Regex BareCatch();

    [GeneratedRegex(@"\bNotImplementedException\b|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex OwnClock();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\(")]
    private static partial Regex Sleeping();
}
