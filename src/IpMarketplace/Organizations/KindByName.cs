namespace IpMarketplace.Organizations;

/// <summary>What an organization is, as far as the ending of its Chinese name tells.</summary>
public static class KindByName
{
    private static readonly (string Ending, OrganizationKind Kind)[] Endings =
    [
        ("大学", OrganizationKind.University), ("科学院", OrganizationKind.Institute), ("学院", OrganizationKind.University), ("专科学校", OrganizationKind.University),
        ("研究院", OrganizationKind.Institute), ("研究所", OrganizationKind.Institute), ("医院", OrganizationKind.Hospital), ("公司", OrganizationKind.Enterprise),
        ("厂", OrganizationKind.Enterprise), ("集团", OrganizationKind.Enterprise), ("合作社", OrganizationKind.Enterprise), ("银行", OrganizationKind.Bank),
    ];

    /// <summary>The kind, or null where the ending tells nothing.</summary>
    public static OrganizationKind? Of(string name)
    {
        foreach (var (ending, kind) in Endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                return kind;
            }
        }
        return null;
    }
}
