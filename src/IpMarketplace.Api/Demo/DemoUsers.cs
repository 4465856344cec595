using IpMarketplace.Kernel.Security;

namespace IpMarketplace.Api.Demo;

/// <summary>A user of the demo.</summary>
/// <param name="UserName">The name to sign in with.</param>
/// <param name="Role">The role held.</param>
/// <param name="Organization">The key of the organization it is held in; null for natural persons, mediators and administrations.</param>
/// <param name="Province">For a province office, the first two digits of its GB/T 2260 code.</param>
public sealed record DemoUser(string UserName, Role Role, string? Organization = null, string? Province = null)
{
    /// <summary>The name of the role, which is all a demo user is called by.</summary>
    public string DisplayName => Role switch
    {
        Role.Inventor => "发明人 Inventor (demo)",
        Role.UniOfficer => "转化专员 Technology transfer officer (demo)",
        Role.UniApprover => "审批人 Approver (demo)",
        Role.SmeMember => "企业成员 Enterprise member (demo)",
        Role.SmeSignatory => "企业签署人 Enterprise signatory (demo)",
        Role.Person => "自然人 Natural person (demo)",
        Role.Agent => "专利代理师 Patent agent (demo)",
        Role.Pledgee => "质权人 Pledgee (demo)",
        Role.Mediator => "调解员 Mediator (demo)",
        Role.AdminProvince => "省级管理员 Province administrator (demo)",
        _ => "国家级管理员 National administrator (demo)",
    };
}

/// <summary>The users of the demo: known names, one known password. They exist only where the demo was seeded, which happens in Development only.</summary>
public static class DemoUsers
{
    /// <summary>The password of every demo user.</summary>
    public const string Password = "demo-market-2026";

    /// <summary>The users to try the marketplace with, at least one of every role.</summary>
    public static IReadOnlyList<DemoUser> Featured { get; } =
    [
        new("officer@qinghe.demo", Role.UniOfficer, "qinghe"),
        new("officer2@qinghe.demo", Role.UniOfficer, "qinghe"),
        new("approver@qinghe.demo", Role.UniApprover, "qinghe"),
        new("approver2@qinghe.demo", Role.UniApprover, "qinghe"),
        new("inventor@qinghe.demo", Role.Inventor, "qinghe"),
        new("officer@donglan.demo", Role.UniOfficer, "donglan"),
        new("approver@donglan.demo", Role.UniApprover, "donglan"),
        new("signatory@yunshu.demo", Role.SmeSignatory, "yunshu"),
        new("member@yunshu.demo", Role.SmeMember, "yunshu"),
        new("signatory@lanpo.demo", Role.SmeSignatory, "lanpo"),
        new(PersonName, Role.Person),
        new("agent@mingce.demo", Role.Agent, "mingce"),
        new("pledgee@huilan.demo", Role.Pledgee, "huilan"),
        new("mediator@mediation.demo", Role.Mediator),
        new("admin@zhejiang.demo", Role.AdminProvince, Province: "33"),
        new("admin@national.demo", Role.AdminNational),
    ];

    internal const string PersonName = "person@home.demo";

    internal static string OfficerOf(string organization) => $"officer@{organization}.demo";

    internal static string ApproverOf(string organization) => $"approver@{organization}.demo";

    internal static string SignatoryOf(string organization) => $"signatory@{organization}.demo";
}
