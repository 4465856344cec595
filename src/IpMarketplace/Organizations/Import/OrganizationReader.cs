using System.Globalization;
using IpMarketplace.Persistence.Import;

namespace IpMarketplace.Organizations.Import;

/// <summary>Reads a line as an organization: our own columns, lists of universities with ministry codes, lists of owners of patents.</summary>
public static class OrganizationReader
{
    /// <summary>Reads a line; <paramref name="refusal"/> says why it is no organization.</summary>
    public static OrganizationDetails? Read(ImportRecord record, ICollection<string> corrections, out string? refusal)
    {
        refusal = null;
        var name = ChineseText.Clean(record.Text("name", "name_zh"), "name", corrections);
        if (name is null)
        {
            refusal = "name: an organization has a name.";
            return null;
        }
        if (KindOf(record, name, corrections) is not { } kind)
        {
            refusal = $"kind: {record.Text("kind", "type") ?? "nothing"} is none of university, institute, hospital, enterprise, agency, bank, administration, public_body.";
            return null;
        }
        UnifiedSocialCreditCode? code = null;
        if (record.Text("credit_code", "uscc") is { } text && !UnifiedSocialCreditCode.TryParse(text, out code, out var problem))
        {
            refusal = $"credit_code: {problem}";
            return null;
        }
        var province = record.Text("province");
        var region = record.Text("region", "region_code") ?? Region.CodeOfProvince(province);
        if (province is not null && region is null)
        {
            corrections.Add($"province: {province} is not known and was left out.");
        }
        return new OrganizationDetails(name, kind, record.Line("name_en"), code, region, record.Line("city"), record.Text("industry", "industry_code"),
            FiguresOf(record, corrections), record.Text("moe_code", "source_code"));
    }

    private static OrganizationKind? KindOf(ImportRecord record, string name, ICollection<string> corrections)
    {
        var text = record.Text("kind", "type") ?? (record.Text("moe_code") is null ? null : "university");
        if (text is null && KindByName.Of(name) is { } kind)
        {
            corrections.Add($"kind: was missing and is read from the name: {kind}.");
            return kind;
        }
        return KindNamed(text);
    }

    private static OrganizationKind? KindNamed(string? text) => text?.ToLowerInvariant() switch
    {
        "university" => OrganizationKind.University,
        "institute" => OrganizationKind.Institute,
        "hospital" => OrganizationKind.Hospital,
        "enterprise" or "company" => OrganizationKind.Enterprise,
        "agency" => OrganizationKind.Agency,
        "bank" => OrganizationKind.Bank,
        "administration" => OrganizationKind.Administration,
        "public_body" or "public" or "other" => OrganizationKind.PublicBody,
        _ => null,
    };

    private static EnterpriseFigures? FiguresOf(ImportRecord record, ICollection<string> corrections)
    {
        var figures = new EnterpriseFigures((int?)Number("employees"), Number("revenue"), Number("assets"));
        return figures is { Employees: null, Revenue: null, Assets: null } ? null : figures;

        decimal? Number(string column)
        {
            if (record.Text(column) is not { } text)
            {
                return null;
            }
            if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
            corrections.Add($"{column}: {text} is no number and was left out.");
            return null;
        }
    }
}
