using IpMarketplace.Organizations;
using IpMarketplace.Persistence.Import;

namespace IpMarketplace.Patents.Import;

/// <summary>An owner as a line names it.</summary>
/// <param name="Name">The name; null for a natural person, who is not named (GI-10).</param>
/// <param name="Kind">What the owner is; null for a natural person.</param>
public sealed record ReadOwner(string? Name, OrganizationKind? Kind)
{
    private const int LongestPersonalName = 4;

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
        var kind = KindByName.Of(name);
        var isPerson = kind is null && (kindOfLine is null || (name.Length <= LongestPersonalName && name.All(ChineseText.IsChinese)));
        return isPerson ? new ReadOwner(null, null) : new ReadOwner(name, kind ?? kindOfLine);
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
