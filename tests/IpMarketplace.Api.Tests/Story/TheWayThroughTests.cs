using System.Text.Json.Nodes;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests.Story;

/// <summary>Listing → search → notice and payment → recordal → statistics.</summary>
public sealed class TheWayThroughTests : IAsyncLifetime
{
    private TestMarketplace _marketplace = null!;

    public async Task InitializeAsync() => _marketplace = await TestMarketplace.StartAsync(withDemo: true);

    public async Task DisposeAsync() => await _marketplace.DisposeAsync();

    [Fact]
    public async Task Leads_from_a_listing_to_the_statistics_which_move_by_exactly_that_licence()
    {
        var before = await FiguresAsync();
        foreach (var (_, take) in Story().Steps)
        {
            await take();
        }
        var after = await FiguresAsync();

        Assert.Equal(before["ST-40"] + 1, after["ST-40"]); // one contract more
        Assert.Equal(before["ST-02"] + 1, after["ST-02"]); // one patent opened more
        Assert.Equal(before["ST-03"] + 1, after["ST-03"]); // one open licence in force more
        Assert.Equal(before["ST-48"] + TheWayThrough.Fee, after["ST-48"]); // its fixed fee
        Assert.Equal(before["ST-01"], after["ST-01"]); // the university had opened patents before
    }

    [Fact]
    public async Task Every_step_sent_again_at_the_end_is_answered_as_at_first_GI_13()
    {
        List<(string Operation, object? Variables, string? User, string Key, string Answer)> sent = [];
        var story = new TheWayThrough(async (operation, variables, user) =>
        {
            var key = $"step {sent.Count}";
            var answer = await _marketplace.QueryAsync(operation, variables, user, key);
            sent.Add((operation, variables, user, key, answer.Body.ToString()));
            return answer;
        }, _marketplace.Clock.Today());
        foreach (var (_, take) in story.Steps)
        {
            await take();
        }
        var steps = sent.Where(call => call.Answer.Contains("\"version\"", StringComparison.Ordinal)).ToList();
        Assert.InRange(steps.Count, 11, 100);

        foreach (var (operation, variables, user, key, answer) in steps)
        {
            Assert.Equal(OfItself(operation, answer), OfItself(operation, (await _marketplace.QueryAsync(operation, variables, user, key)).Body.ToString()));
        }
    }

    /// <summary>An answer without what it refers to, which is shown as it is now: the licence, recorded meanwhile; the label, which says whether a declaration is announced.</summary>
    private static string OfItself(string operation, string answer)
    {
        var body = JsonNode.Parse(answer)!;
        var payload = body["data"]![operation[(operation.IndexOf('-', StringComparison.Ordinal) + 1)..operation.IndexOf('.', StringComparison.Ordinal)]]!;
        payload["licenceRequest"]?.AsObject().Remove("licence");
        payload["listing"]?.AsObject().Remove("label");
        return body.ToJsonString();
    }

    [Fact]
    public async Task Writes_one_history_row_for_every_step_of_a_lifecycle()
    {
        foreach (var (_, take) in Story().Steps)
        {
            await take();
        }
        await using var db = _marketplace.Context();
        var openLicence = db.History.Where(row => row.AggregateType == "OpenLicence").OrderByDescending(row => row.AggregateId).First().AggregateId;
        Assert.Equal(
            ["DRAFT", "SUBMIT", "APPROVE", "FILE", "RECORD_ANNOUNCEMENT"],
            db.History.Where(row => row.AggregateType == "OpenLicence" && row.AggregateId == openLicence).OrderBy(row => row.Id).Select(row => row.Action)); // GI-06
    }

    private TheWayThrough Story() => new((operation, variables, user) => _marketplace.QueryAsync(operation, variables, user), _marketplace.Clock.Today());

    private async Task<Dictionary<string, decimal>> FiguresAsync()
    {
        var today = _marketplace.Clock.Today();
        var answer = (await _marketplace.QueryAsync(
            "story/14-statistics.graphql",
            new { period = new { start = today.AddYears(-1), end = today.AddDays(1) } },
            TheWayThrough.Administrator)).Succeeded();
        return answer["statistics"].EnumerateObject()
            .Where(field => field.Value.ValueKind == System.Text.Json.JsonValueKind.Object && field.Value.GetProperty("value").ValueKind == System.Text.Json.JsonValueKind.Number)
            .ToDictionary(field => field.Value.GetProperty("indicator").GetProperty("code").GetString()!, field => field.Value.GetProperty("value").GetDecimal());
    }
}
