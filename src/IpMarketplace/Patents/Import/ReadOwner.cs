using IpMarketplace.Organizations;
using IpMarketplace.Persistence.Import;

namespace IpMarketplace.Patents.Import;

/// <summary>An owner as a line names it.</summary>
/// <param name="Name">The name; null for a natural person, who is not named (GI-10).</param>
/// <param name="Kind">What the owner is; null for a natural person.</param>
public sealed record ReadOwner(string? Name, OrganizationKind? Kind)
{
    private const int LongestPersonalName = 4;

    private static readonly (string Ending, OrganizationKind Kind)[] Endings =
    [
        ("大学", OrganizationKind.University), ("学院", OrganizationKind.University), ("研究院", OrganizationKind.Institute), ("研究所", OrganizationKind.Institute),
        ("科学院", OrganizationKind.Institute), ("医院", OrganizationKind.Hospital), ("公司", OrganizationKind.Enterprise), ("厂", OrganizationKind.Enterprise),
        ("集团", OrganizationKind.Enterprise), ("合作社", OrganizationKind.Enterprise), ("银行", OrganizationKind.Bank),
    ];

    /// <summary>The owners of a line, or null where it does not tell. What looks like a person's name is a natural person.</summary>
    public static IReadOnlyList<ReadOwner>? From(ImportRecord record, ICollection<string> corrections, ICollection<string> remarks)
    {
        var type = record.Text("applicant_type", "owner_type");
        var names = record.List("applicants", "owners");
        if (names.Count == 0)
        {
            if (type == "individual")
            {
                return [new ReadOwner(null, null)];
            }
            remarks.Add("Owners are not named.");
            return null;
        }
        return [.. names.Select(name => Of(ChineseText.Clean(name, "applicants", corrections)!, KindOf(type)))];
    }

    private static ReadOwner Of(string name, OrganizationKind? kindOfLine)
    {
        var ending = Endings.FirstOrDefault(ending => name.EndsWith(ending.Ending, StringComparison.Ordinal));
        var isPerson = ending.Ending is null && (kindOfLine is null || (name.Length <= LongestPersonalName && name.All(ChineseText.IsChinese)));
        return isPerson ? new ReadOwner(null, null) : new ReadOwner(name, ending.Ending is null ? kindOfLine : ending.Kind);
    }

    private static OrganizationKind? KindOf(string? type) => type switch
    {
        "university" => OrganizationKind.University,
        "institute" => OrganizationKind.Institute,
        "company" or "enterprise" => OrganizationKind.Enterprise,
        "hospital" => OrganizationKind.Hospital,
        "public" or "other" => OrganizationKind.PublicBody,
        _ => null,
    };
}
