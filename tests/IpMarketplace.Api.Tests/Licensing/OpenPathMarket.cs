using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using IpMarketplace.Accounts;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Api.Tests.Licensing;

/// <summary>A server with two universities, enterprises and the people who act for them; every test takes patents of its own.</summary>
public sealed class OpenPathMarket : IAsyncLifetime
{
    public const string Officer = "officer@north.test";
    public const string Approver = "approver@north.test";
    public const string SecondApprover = "approver2@north.test";
    public const string Both = "both@north.test";
    public const string ForeignOfficer = "officer@south.test";
    public const string ForeignApprover = "approver@south.test";
    public const string Signatory = "signatory0@enterprise.test";
    public const string OtherSignatory = "signatory1@enterprise.test";
    public const string Member = "member@enterprise.test";
    public const string Person = "person@home.test";
    public const string Administrator = "admin@national.test";
    public const int Enterprises = 32;

    private static readonly DateOnly Today = new(2026, 3, 2);
    private int _serial = 1000;
    private Organization _north = null!;
    private Organization _south = null!;

    public TestMarketplace Server { get; private set; } = null!;

    /// <summary>Further settings of the server.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    public SqlStatements Statements { get; } = SqlStatements.Listen();

    public async Task InitializeAsync()
    {
        Server = await TestMarketplace.StartAsync(settings: Settings);
        await using var db = Server.Context();
        _north = Register(new("北方示范大学", OrganizationKind.University, RegionCode: "110000"));
        _south = Register(new("南方示范大学", OrganizationKind.University, RegionCode: "440100"));
        var enterprises = Enumerable.Range(0, Enterprises).Select(i => Register(new($"示范企业{i}", OrganizationKind.Enterprise, CreditCode: Code(i), RegionCode: "330100"))).ToList();
        db.AddRange(_north, _south);
        db.AddRange(enterprises);
        await db.SaveChangesAsync();
        await AccountAsync(Officer, [Role.UniOfficer], _north.Id);
        await AccountAsync(Approver, [Role.UniApprover], _north.Id);
        await AccountAsync(SecondApprover, [Role.UniApprover], _north.Id);
        await AccountAsync(Both, [Role.UniOfficer, Role.UniApprover], _north.Id);
        await AccountAsync(ForeignOfficer, [Role.UniOfficer], _south.Id);
        await AccountAsync(ForeignApprover, [Role.UniApprover], _south.Id);
        await AccountAsync(Member, [Role.SmeMember], enterprises[0].Id);
        await AccountAsync(Person, [Role.Person]);
        await AccountAsync(Administrator, [Role.AdminNational]);
        for (var i = 0; i < Enterprises; i++)
        {
            await AccountAsync(SignatoryOf(i), [Role.SmeSignatory], enterprises[i].Id);
        }
    }

    public async Task DisposeAsync()
    {
        Statements.Dispose();
        await Server.DisposeAsync();
    }

    public static string SignatoryOf(int enterprise) => $"signatory{enterprise}@enterprise.test";

    public static string GlobalId(string type, long key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{type}:{key}"));

    /// <summary>Stores a patent in force of the northern university, half of it the southern one's or an unregistered institute's where asked for.</summary>
    public async Task<string> APatentAsync(bool isShared = false, string? coOwner = null)
    {
        await using var db = Server.Context();
        var digits = $"20201{Interlocked.Increment(ref _serial):0000000}";
        Assert.True(PatentNumber.TryParse($"{digits}.{PatentNumber.CheckDigit(digits)}", out var number, out _));
        Assert.Null(Patent.Record(new(PatentKind.Invention, "一种负极材料", number, FilingDate: new(2020, 3, 15), IpcSymbols: ["H01M 10/0525"]), Today, out var patent));
        PatentOwner[] others = isShared ? [PatentOwner.Registered(_south, 50)] : coOwner is null ? [] : [PatentOwner.External(coOwner, OrganizationKind.Institute, 50)];
        Assert.Null(patent.SetOwners([PatentOwner.Registered(_north, 100 - others.Sum(other => other.Share)), .. others]));
        Assert.Null(patent.RecordStatus(RightAction.Grant, new(2022, 5, 6), "公报 38-18", Today));
        db.Add(patent);
        await db.SaveChangesAsync();
        return GlobalId("Patent", patent.Id);
    }

    /// <summary>Performs an example operation; the answer's node is what was changed.</summary>
    public async Task<JsonElement> DoAsync(string operation, object input, string user)
    {
        var answer = (await AskAsync(operation, input, user)).Succeeded();
        return answer[$"{NameOf(operation)}"].EnumerateObject().Single(member => member.Name != "errors").Value;
    }

    /// <summary>Performs an example operation that must be refused by this error, and must have written and announced nothing.</summary>
    public async Task<JsonElement> RefusedAsync(string error, string operation, object input, string user)
    {
        var before = await WrittenAsync();
        var refusal = (await AskAsync(operation, input, user)).Refused(NameOf(operation), error);
        Assert.Equal(before, await WrittenAsync());
        Assert.NotEqual("", refusal.GetProperty("message").GetString());
        return refusal;
    }

    /// <summary>Performs an example operation that fails as a request, and must have written and announced nothing.</summary>
    public async Task FaultedAsync(string code, string operation, object input, string? user)
    {
        var before = await WrittenAsync();
        (await AskAsync(operation, input, user)).Faulted(code);
        Assert.Equal(before, await WrittenAsync());
    }

    public Task<Answer> AskAsync(string operation, object input, string? user) => Server.QueryAsync($"{operation}.graphql", new { input }, user);

    /// <summary>A listing of the patent, submitted.</summary>
    public async Task<string> SubmittedListingAsync(string patentId, string officer = Officer)
    {
        var listing = await DoAsync("openLicensing/createListing", new { patentId, mode = "OPEN_LICENCE", content = Content() }, officer);
        return (await DoAsync("openLicensing/submitListing", new { listingId = listing.Text("id") }, officer)).Text("id");
    }

    /// <summary>A declaration of the patent, led to where it is asked for.</summary>
    public async Task<string> DeclarationAsync(string patentId, string state = "ANNOUNCED", object? fee = null)
    {
        var drafted = await DoAsync("openLicensing/draftOpenLicence", new { patentId, declaration = Declared(fee) }, Officer);
        var openLicenceId = drafted.Text("id");
        (string State, string Operation, object Input, string User)[] steps =
        [
            ("INTERNAL_REVIEW", "openLicensing/submitOpenLicence", new { openLicenceId }, Officer),
            ("READY", "openLicensing/approveOpenLicence", new { openLicenceId }, Approver),
            ("FILED", "openLicensing/fileOpenLicence", new { openLicenceId, filedOn = "2026-03-02", receiptNumber = "GZSL-1" }, Officer),
            ("ANNOUNCED", "openLicensing/recordOpenLicenceAnnouncement", new { openLicenceId, announcedOn = "2026-03-02", gazetteNumber = "42-09" }, Officer),
        ];
        foreach (var (reached, operation, input, user) in steps.TakeWhile(_ => state != "DRAFT"))
        {
            Assert.Equal(reached, (await DoAsync(operation, input, user)).Text("state"));
            if (reached == state)
            {
                break;
            }
        }
        return openLicenceId;
    }

    public static object Content(string title = "高首效负极材料") => new
    {
        title,
        summary = "面向动力电池企业的硅碳负极制备工艺。",
        applicationFields = new[] { "动力电池" },
        industries = new[] { "C38" },
        maturity = "PILOT",
        contact = "技术转移中心 010-00000000",
    };

    public static object Declared(object? fee = null, string periodEnd = "2030-12-31") =>
        new { fee = fee ?? new { structure = "LUMP_SUM", fixedAmount = 50000 }, periodEnd, feeStatement = "参照同行业许可费统计估算。", pricePostedOn = "2026-02-01" };

    private async Task<(int, int, int, int)> WrittenAsync()
    {
        await using var db = Server.Context();
        return (await db.History.CountAsync(), await db.Changes.CountAsync(), await db.Set<IpMarketplace.OpenLicensing.Listing>().SumAsync(row => row.Version),
            await db.Set<IpMarketplace.Licensing.LicenceRequest>().SumAsync(row => row.Version));
    }

    private async Task AccountAsync(string userName, Role[] roles, long? organizationId = null)
    {
        using var scope = Server.Services.CreateScope();
        var (_, refusal) = await scope.ServiceProvider.GetRequiredService<AccountRegistration>()
            .RegisterAsync(new NewAccount(userName, Server.Client.Password, "Test", roles, organizationId));
        Assert.Null(refusal);
    }

    private static Organization Register(OrganizationDetails details)
    {
        Assert.Null(Organization.Record(details, out var organization));
        return organization;
    }

    private static UnifiedSocialCreditCode Code(int i) => "0123456789ABCDEFGHJKLMNPQRTUWXY"
        .Select(check => UnifiedSocialCreditCode.TryParse($"91330100MA00001{i:00}{check}", out var code, out _) ? code : null)
        .First(code => code is not null)!;

    private static string NameOf(string operation) => operation[(operation.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

internal static class JsonText
{
    public static string Text(this JsonElement element, string member) => element.GetProperty(member).ToString();
}
