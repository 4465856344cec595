using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Import;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Organizations.Import;

/// <summary>
/// Takes organizations from files. An organization is known by its credit code, else by its code in a list, else by its name; what is
/// known of it is added to, never erased.
/// </summary>
public sealed class OrganizationImport : IImport
{
    /// <inheritdoc/>
    public string Noun => "organizations";

    /// <inheritdoc/>
    public string? KeyOf(ImportRecord record) =>
        record.Text("credit_code", "uscc", "moe_code", "source_code") ?? (record.Text("name", "name_zh") is { } name ? OrganizationName.Normalize(name) : null);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LineOutcome>> TakeAsync(MarketplaceDbContext db, IReadOnlyList<ImportLine> batch, string evidence, CancellationToken ct)
    {
        var read = batch.Select(Read).ToList();
        var known = await LoadAsync(db, [.. read.Select(line => line.Details).OfType<OrganizationDetails>()], ct);
        var outcomes = read.ConvertAll(line => Take(db, line, known));
        await db.SaveChangesAsync(ct);
        return outcomes;
    }

    private sealed record Line(ImportLine Source, OrganizationDetails? Details, List<string> Corrections, string? Refusal)
    {
        public LineOutcome Done(LineEffect effect) => new(Source.Number, Details!.Name, effect, Corrections, []);

        public LineOutcome Refused(string reason) => LineOutcome.Refused(Source.Number, Source.Record?.Text("name", "name_zh"), reason);
    }

    private static Line Read(ImportLine source)
    {
        List<string> corrections = [];
        string? refusal = source.Problem;
        var details = source.Record is null ? null : OrganizationReader.Read(source.Record, corrections, out refusal);
        return new Line(source, details, corrections, refusal);
    }

    private static async Task<List<Organization>> LoadAsync(MarketplaceDbContext db, IReadOnlyList<OrganizationDetails> read, CancellationToken ct)
    {
        var codes = read.Select(details => details.CreditCode).OfType<UnifiedSocialCreditCode>().ToList();
        var sourceCodes = read.Select(details => details.SourceCode).OfType<string>().ToList();
        var names = read.Select(details => OrganizationName.Normalize(details.Name)).Distinct().ToList();
        return await db.Organizations
            .Where(row => codes.Contains(row.CreditCode!) || sourceCodes.Contains(row.SourceCode!) || names.Contains(row.NormalizedName))
            .ToListAsync(ct);
    }

    private static LineOutcome Take(MarketplaceDbContext db, Line line, List<Organization> known)
    {
        if (line.Details is not { } details)
        {
            return line.Refused(line.Refusal!);
        }
        var matches = Matches(details, known);
        if (matches.Count > 1)
        {
            return line.Refused($"name: {matches.Count} organizations have this name; a credit_code or source_code would tell which is meant.");
        }
        if (matches is [var organization])
        {
            return organization.Update(Merge(organization.Details(), details)) is { } notUpdated ? line.Refused(notUpdated.Message)
                : line.Done(organization.Events.Count > 0 ? LineEffect.Changed : LineEffect.Unchanged);
        }
        if (Organization.Record(details, out var added) is { } refusal)
        {
            return line.Refused(refusal.Message);
        }
        db.Add(added);
        known.Add(added);
        return line.Done(LineEffect.Added);
    }

    private static List<Organization> Matches(OrganizationDetails details, List<Organization> known)
    {
        var name = OrganizationName.Normalize(details.Name);
        List<Organization> found = details.CreditCode is null ? [] : known.FindAll(row => row.CreditCode == details.CreditCode);
        found = found.Count > 0 || details.SourceCode is null ? found : known.FindAll(row => row.SourceCode == details.SourceCode);
        return found.Count > 0 ? found : known.FindAll(row => row.NormalizedName == name && !Contradicts(row, details));
    }

    private static bool Contradicts(Organization row, OrganizationDetails details) =>
        (row.CreditCode is not null && details.CreditCode is not null && row.CreditCode != details.CreditCode)
        || (row.SourceCode is not null && details.SourceCode is not null && row.SourceCode != details.SourceCode);

    private static OrganizationDetails Merge(OrganizationDetails known, OrganizationDetails read) => new(
        read.Name,
        known.SourceCode is not null && read.SourceCode is null ? known.Kind : read.Kind,
        read.NameEn ?? known.NameEn,
        read.CreditCode ?? known.CreditCode,
        MoreExact(known.RegionCode, read.RegionCode),
        read.City ?? known.City,
        read.IndustryCode ?? known.IndustryCode,
        read.Figures ?? known.Figures,
        read.SourceCode ?? known.SourceCode);

    /// <summary>A province alone does not overwrite a city of that province.</summary>
    private static string? MoreExact(string? known, string? read) =>
        read is null || (known is not null && read.EndsWith("0000", StringComparison.Ordinal) && known[..2] == read[..2]) ? known : read;
}
