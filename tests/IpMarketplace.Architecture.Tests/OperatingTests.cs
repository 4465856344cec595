using System.Text.RegularExpressions;

namespace IpMarketplace.Architecture.Tests;

/// <summary>What the log warns of is explained to who runs the marketplace.</summary>
public sealed partial class OperatingTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SourceTree.Root, "src", "IpMarketplace.Api", "OPERATING.md"));

    [Fact]
    public void Every_line_of_the_log_that_warns_is_on_the_operators_page()
    {
        var unexplained = SourceTree.Sources
            .SelectMany(file => Warning().Matches(file.Text).Select(match => Clause(match.Groups["message"].Value)))
            .Where(clause => clause != "…" && !Page.Contains($"*{clause}", StringComparison.Ordinal));
        Assert.Empty(unexplained);
    }

    [Theory]
    [InlineData("log.LogError(failure, \"{Consumer} failed at {First}; later.\", x)", "… failed at …")]
    [InlineData("app.Logger.LogWarning(\n    \"Slow {Name}: none\")", "Slow …")]
    public void A_planted_line_is_found(string text, string clause) => Assert.Equal(clause, Clause(Warning().Match(text).Groups["message"].Value));

    /// <summary>The message up to its first pause, with an ellipsis for each value.</summary>
    private static string Clause(string message) => Value().Replace(message, "…").Split([';', ':', '.'])[0];

    [GeneratedRegex(@"\.Log(?:Warning|Error|Critical)\(\s*(?:\w+,\s*)?""(?<message>[^""]+)""")]
    private static partial Regex Warning();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Value();
}
