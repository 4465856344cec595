using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Api.Demo;

/// <summary>An organization of the demo. All are fictional and say so in their names; their credit codes are valid but lie where no code is assigned.</summary>
internal sealed record DemoOrganization(
    string Key, string Name, string NameEn, OrganizationKind Kind, string CreditCode, string Region, string? City, string Industry,
    int? Employees, decimal? Revenue, string? Recognition);

/// <summary>A patent of the demo. Serial numbers above nine million were never assigned, so no real patent is touched.</summary>
internal sealed record DemoPatent(
    string Number, PatentKind Kind, string[] Owners, DateOnly Filed, DateOnly? Granted, string? Publication, string[]? Ipc, string[]? Locarno, string[] Industries, int Readiness,
    string Title, string TitleEn, string Field, string FieldEn, string[] Keywords, string[] KeywordsEn, string Abstract, string AbstractEn);

/// <summary>What happens with a patent of the demo: where its listing, its declaration and each request stand today.</summary>
internal sealed record DemoOffer(string Patent, DemoListing Listing, DemoDeclaration? Declaration, DemoRightChange? Right);

/// <summary>A listing and, without a declaration, when it was drafted.</summary>
internal sealed record DemoListing(ListingMode Mode, ListingState State, int DaysAgo);

/// <summary>A declaration, dated by its announcement; a negative number of days ago lies ahead.</summary>
internal sealed record DemoDeclaration(
    OpenLicenceState State, int AnnouncedDaysAgo, int Years, FeeStructure Fee, decimal? Amount, int? Instalments, int? EveryMonths, decimal? Percent, RoyaltyBase? Of,
    string Statement, string? OtherMatters, DemoRequest[] Requests);

/// <summary>A notice to a declaration and what came of it.</summary>
internal sealed record DemoRequest(string By, int DaysAgo, DemoOutcome End);

/// <summary>What came of a request.</summary>
internal enum DemoOutcome
{
    /// <summary>Licensed and recorded.</summary>
    Recorded,

    /// <summary>Licensed, its recordal filed.</summary>
    RecordalFiled,

    /// <summary>Licensed, its recordal not filed.</summary>
    Unrecorded,

    /// <summary>Licensed and recorded; then a breach was reported.</summary>
    Breached,

    /// <summary>Licensed and recorded; then ended by agreement.</summary>
    TerminatedEarly,

    /// <summary>The payment is awaited, or was until the right ended.</summary>
    AwaitingPayment,

    /// <summary>The payment is reported and not confirmed.</summary>
    PaymentReported,

    /// <summary>Taken back before payment.</summary>
    Cancelled,

    /// <summary>Not paid in time.</summary>
    ExpiredUnpaid,
}

/// <summary>Something that happened to a right.</summary>
internal sealed record DemoRightChange(DemoRightEvent Change, int DaysAgo);

/// <summary>What happens to rights of the demo.</summary>
internal enum DemoRightEvent
{
    /// <summary>Declared wholly invalid.</summary>
    Invalidate,

    /// <summary>An annual fee was missed.</summary>
    MissFee,

    /// <summary>Pledged without consent to open licences.</summary>
    Pledge,

    /// <summary>Marked as an abnormal application.</summary>
    AbnormalFlag,

    /// <summary>Licensed exclusively.</summary>
    ExclusiveLicence,

    /// <summary>Its ownership is disputed.</summary>
    OwnershipDispute,
}

/// <summary>The demo data, one JSON record a line, embedded in the host.</summary>
internal static class DemoData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static List<DemoOrganization> Organizations() => Read<DemoOrganization>("organizations");

    public static List<DemoPatent> Patents() => Read<DemoPatent>("patents");

    public static List<DemoOffer> Offers() => Read<DemoOffer>("offers");

    private static List<T> Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"IpMarketplace.Api.Demo.Data.{name}.jsonl")
            ?? throw new InvalidOperationException($"The host was built without its demo data {name}.jsonl.");
        using var lines = new StreamReader(stream);
        var records = new List<T>();
        while (lines.ReadLine() is { } line)
        {
            records.Add(JsonSerializer.Deserialize<T>(line, Options)!);
        }
        return records;
    }
}
