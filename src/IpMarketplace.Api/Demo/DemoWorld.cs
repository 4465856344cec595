using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api.Demo;

/// <summary>Who and what the demo is about, as it was imported before anything happened.</summary>
internal sealed class DemoWorld
{
    private readonly Dictionary<string, Organization> _organizations = [];
    private readonly Dictionary<string, Viewer> _people = [];
    private readonly Dictionary<string, Patent> _patents = [];

    public Organization Organization(string key) => _organizations[key];

    public Organization OrganizationById(long id) => _organizations.Values.Single(organization => organization.Id == id);

    public string KeyOf(long organizationId) => _organizations.Single(entry => entry.Value.Id == organizationId).Key;

    public Viewer Person(string userName) => _people[userName];

    public long PatentId(string number) => _patents[number].Id;

    /// <summary>Writes organizations, people and patents.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="passwordHash">The hash of the password that all share.</param>
    /// <param name="clock">The clock, set to the moment of the import.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<DemoWorld> ImportAsync(MarketplaceDbContext db, string passwordHash, DemoClock clock, CancellationToken ct)
    {
        var world = new DemoWorld();
        foreach (var data in DemoData.Organizations())
        {
            db.Organizations.Add(world._organizations[data.Key] = Recorded(data));
        }
        await db.SaveChangesAsync(ct);
        var accounts = world.Users().Select(user => world.AccountOf(user, passwordHash)).ToList();
        db.Accounts.AddRange(accounts);
        foreach (var data in DemoData.Patents())
        {
            db.Patents.Add(world._patents[data.Number] = world.Recorded(data, clock.Today()));
        }
        await db.SaveChangesAsync(ct);
        foreach (var account in accounts)
        {
            world._people[account.UserName!] = account.AsViewer();
        }
        db.ChangeTracker.Clear();
        return world;
    }

    /// <summary>The featured users, and for every other organization the people whose deeds the demo tells.</summary>
    private IEnumerable<DemoUser> Users()
    {
        var rest = _organizations.SelectMany(entry => entry.Value.Kind switch
        {
            OrganizationKind.University or OrganizationKind.Institute or OrganizationKind.Hospital =>
                new DemoUser[] { new(DemoUsers.OfficerOf(entry.Key), Role.UniOfficer, entry.Key), new(DemoUsers.ApproverOf(entry.Key), Role.UniApprover, entry.Key) },
            OrganizationKind.Enterprise => [new(DemoUsers.SignatoryOf(entry.Key), Role.SmeSignatory, entry.Key)],
            _ => [],
        });
        return DemoUsers.Featured.Concat(rest).DistinctBy(user => user.UserName);
    }

    private Account AccountOf(DemoUser user, string passwordHash) => new()
    {
        UserName = user.UserName,
        NormalizedUserName = user.UserName.ToUpperInvariant(),
        DisplayName = user.DisplayName,
        PasswordHash = passwordHash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        OrganizationId = user.Organization is { } key ? _organizations[key].Id : null,
        Roles = [user.Role],
        Province = user.Province,
    };

    private static Organization Recorded(DemoOrganization data)
    {
        Must(UnifiedSocialCreditCode.TryParse(data.CreditCode, out var code, out var problem), data.Key, problem);
        var details = new OrganizationDetails(
            data.Name, data.Kind, data.NameEn, code, data.Region, data.City, data.Industry,
            data.Kind == OrganizationKind.Enterprise ? new EnterpriseFigures(data.Employees, data.Revenue, null) : null, $"DEMO-{data.Key}");
        Must(IpMarketplace.Organizations.Organization.Record(details, out var organization), data.Key);
        if (data.Recognition is { } recognition)
        {
            var kind = RecognitionKind.BuiltIn.SingleOrDefault(known => known.Code == recognition);
            Must(organization.Recognise(kind, recognition, new DateOnly(2023, 1, 1), null, "演示数据 Demo"), data.Key);
        }
        return organization;
    }

    private Patent Recorded(DemoPatent data, DateOnly today)
    {
        Must(PatentNumber.TryParse(data.Number, out var number, out var problem), data.Number, problem);
        PublicationNumber? publication = null;
        Must(data.Publication is null || PublicationNumber.TryParse(data.Publication, out publication, out problem), data.Number, problem);
        var details = new PatentDetails(
            data.Kind, data.Title, number, publication, data.TitleEn, data.Abstract, data.AbstractEn, FilingDate: data.Filed, PublicationDate: data.Granted,
            IpcSymbols: data.Ipc, LocarnoClasses: data.Locarno, Keywords: data.Keywords, KeywordsEn: data.KeywordsEn,
            ApplicationField: data.Field, ApplicationFieldEn: data.FieldEn, IndustryCodes: data.Industries, ReadinessLevel: data.Readiness);
        Must(IpMarketplace.Patents.Patent.Record(details, today, out var patent), data.Number);
        var owners = data.Owners.Select((key, i) => PatentOwner.Registered(_organizations[key], PatentOwner.EqualShare(i, data.Owners.Length)));
        Must(patent.SetOwners([.. owners]), data.Number);
        if (data.Granted is { } granted)
        {
            Must(patent.RecordStatus(RightAction.Grant, granted, $"{DemoCalendar.Gazette(granted)}（演示数据）", today), data.Number);
        }
        patent.FollowCalendar(today);
        return patent;
    }

    private static void Must(bool holds, string what, string? problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The demo data break a rule: {what}. {problem}");
        }
    }

    private static void Must(Refusal? refusal, string what) => Must(refusal is null, what, refusal?.Message);
}
