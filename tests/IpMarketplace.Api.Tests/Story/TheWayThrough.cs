using System.Globalization;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests.Story;

/// <summary>
/// The marketplace's main job, step by step over HTTP, with the operations of <c>schema/operations/story</c>: a university lists a patent and
/// declares an open licence, an enterprise takes it, both record it.
/// </summary>
/// <param name="ask">Sends an operation as a user: to one server, or to whichever runs at the moment.</param>
/// <param name="today">Today in China at the server.</param>
public sealed class TheWayThrough(Func<string, object?, string?, Task<Answer>> ask, DateOnly today)
{
    public const string Officer = "officer@qinghe.demo";
    public const string Approver = "approver@qinghe.demo";
    public const string Signatory = "signatory@lanpo.demo";
    public const string Administrator = "admin@national.demo";

    /// <summary>A granted invention of the demo university that nobody has listed.</summary>
    public const string PatentNumber = "202019000092.6";

    /// <summary>RMB.</summary>
    public const decimal Fee = 30000m;

    private string _patent = "";
    private string _listing = "";
    private string _openLicence = "";
    private string _request = "";
    private string _licence = "";

    /// <summary>Every step in its order, by the name of its operation.</summary>
    public IReadOnlyList<(string Name, Func<Task> Take)> Steps =>
    [
        ("createListing", CreateListingAsync),
        ("submitListing", () => MoveAsync("02-submitListing", "submitListing", Officer, new { listingId = _listing }, "listing", "IN_REVIEW")),
        ("approveListing", () => MoveAsync("03-approveListing", "approveListing", Approver, new { listingId = _listing }, "listing", "PUBLISHED")),
        ("draftOpenLicence", DraftOpenLicenceAsync),
        ("submitOpenLicence", () => MoveAsync("05-submitOpenLicence", "submitOpenLicence", Officer, new { openLicenceId = _openLicence }, "openLicence", "INTERNAL_REVIEW")),
        ("approveOpenLicence", () => MoveAsync("06-approveOpenLicence", "approveOpenLicence", Approver, new { openLicenceId = _openLicence }, "openLicence", "READY")),
        ("fileOpenLicence", () => MoveAsync(
            "07-fileOpenLicence", "fileOpenLicence", Officer, new { openLicenceId = _openLicence, filedOn = today, receiptNumber = "R-2026-0092" }, "openLicence", "FILED")),
        ("recordOpenLicenceAnnouncement", () => MoveAsync(
            "08-recordOpenLicenceAnnouncement", "recordOpenLicenceAnnouncement", Officer,
            new { openLicenceId = _openLicence, announcedOn = today, gazetteNumber = "42-4701" }, "openLicence", "ANNOUNCED")),
        ("patents", SearchAsync),
        ("sendLicenceNotice", SendNoticeAsync),
        ("reportPayment", () => MoveAsync(
            "11-reportPayment", "reportPayment", Signatory, new { licenceRequestId = _request, amount = Fee, paidOn = today, voucher = "V-0092" }, "licenceRequest", "PAYMENT_REPORTED")),
        ("confirmPayment", ConfirmPaymentAsync),
        ("recordLicence", RecordLicenceAsync),
    ];

    /// <summary>The states that the database and the catalogue show, for a comparison before and after a crash.</summary>
    public async Task<string> StateAsync() =>
        (await ask(
            """
            query($patent: ID!, $others: [ID!]!) {
              node(id: $patent) { ... on Patent { listings { id version state label } openLicence { id version state accepting } offer { kinds accepting announcedOn } } }
              nodes(ids: $others) { ... on Listing { version listing: state } ... on OpenLicence { version openLicence: state } ... on LicenceRequest { version request: state amountPaid } ... on Licence { version licence: state recordal } }
            }
            """,
            new { patent = _patent, others = new[] { _listing, _openLicence, _request, _licence }.Where(id => id.Length > 0) },
            Officer)).Succeeded().Body.GetProperty("data").ToString();

    private async Task CreateListingAsync()
    {
        _patent = (await ask("query($number: String!) { patentByNumber(number: $number) { id } }", new { number = PatentNumber }, Officer)).Text("patentByNumber.id");
        var content = new
        {
            title = "海水淡化膜污堵早发现",
            summary = "在线区分生物污堵与无机结垢，按需反冲洗，减少化学清洗。",
            applicationFields = new[] { "海水淡化" },
            industries = new[] { "D46" },
            maturity = "PILOT",
            contact = "技术转移中心",
        };
        var answer = await TakeAsync("01-createListing", Officer, new { patentId = _patent, mode = "OPEN_LICENCE", content });
        _listing = answer.Text("createListing.listing.id");
        Assert.Equal("DRAFT", answer.Text("createListing.listing.state"));
    }

    private async Task DraftOpenLicenceAsync()
    {
        var declaration = new
        {
            fee = new { structure = "LUMP_SUM", fixedAmount = Fee },
            periodEnd = today.AddYears(3),
            feeStatement = "参照本校近三年同类普通许可的一次总付费用确定。",
            pricePostedOn = today.AddDays(-15), // UN-03
        };
        var answer = await TakeAsync("04-draftOpenLicence", Officer, new { patentId = _patent, declaration });
        _openLicence = answer.Text("draftOpenLicence.openLicence.id");
        Assert.Equal("DRAFT", answer.Text("draftOpenLicence.openLicence.state"));
        Assert.Equal(0, answer["draftOpenLicence.openLicence.bars"].GetArrayLength());
    }

    private async Task SearchAsync()
    {
        foreach (var query in new[] { "海水淡化膜的生物污堵", "biofouling of desalination membranes" })
        {
            var found = (await ask("story/09-patents.graphql", new { query }, null)).Succeeded();
            Assert.Equal(_patent, found.Text("patents.edges[0].node.id"));
            Assert.Equal(_openLicence, found.Text("patents.edges[0].node.offer.openLicenceId"));
            Assert.Equal(Fee, found["patents.edges[0].node.offer.fee.firstPaymentDue"].GetDecimal());
        }
    }

    private async Task SendNoticeAsync()
    {
        var answer = await TakeAsync("10-sendLicenceNotice", Signatory, new { openLicenceId = _openLicence });
        _request = answer.Text("sendLicenceNotice.licenceRequest.id");
        Assert.Equal("AWAITING_PAYMENT", answer.Text("sendLicenceNotice.licenceRequest.state"));
        Assert.Equal(Fee, answer["sendLicenceNotice.licenceRequest.amountDue"].GetDecimal());
        Assert.Contains("30,000.00", answer.Text("sendLicenceNotice.licenceRequest.notice.text"), StringComparison.Ordinal);
    }

    private async Task ConfirmPaymentAsync()
    {
        var answer = await TakeAsync("12-confirmPayment", Officer, new { licenceRequestId = _request });
        _licence = answer.Text("confirmPayment.licenceRequest.licence.id");
        Assert.Equal("EFFECTIVE", answer.Text("confirmPayment.licenceRequest.state"));
        Assert.Equal("EFFECTIVE", answer.Text("confirmPayment.licenceRequest.licence.state"));
        Assert.Equal("OPEN", answer.Text("confirmPayment.licenceRequest.licence.type"));
        Assert.False(answer["confirmPayment.licenceRequest.licence.maySublicense"].GetBoolean()); // INV-61
        Assert.Equal(today.AddYears(3).ToString("O", CultureInfo.InvariantCulture), answer.Text("confirmPayment.licenceRequest.licence.endsOn"));
    }

    private async Task RecordLicenceAsync()
    {
        var answer = await TakeAsync("13-recordLicence", Signatory, new
        {
            licenceId = _licence,
            recordalNumber = "X2026330000092",
            recordedOn = today,
            certificate = "C-0092",
            filedOn = today,
            documents = "notice and payment voucher",
        });
        Assert.Equal("RECORDED", answer.Text("recordLicence.licence.recordal"));
    }

    private async Task MoveAsync(string file, string field, string user, object input, string thing, string state) =>
        Assert.Equal(state, (await TakeAsync(file, user, input)).Text($"{field}.{thing}.state"));

    private async Task<Answer> TakeAsync(string file, string user, object input) => (await ask($"story/{file}.graphql", new { input }, user)).Succeeded();
}
