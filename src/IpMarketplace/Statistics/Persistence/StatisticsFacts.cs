using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Statistics.Persistence;

/// <summary>
/// Reads what the statistics count, straight from the rows that the mutations wrote: a licence is in the figures as soon as it
/// is committed. Only columns that a formula needs are read.
/// </summary>
public sealed class StatisticsFacts(IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock)
{
    private const string DemonstrationUniversity = "DEMONSTRATION_UNIVERSITY";

    /// <summary>The contracts that took effect in a period and are not void.</summary>
    public async Task<IReadOnlyList<ContractFact>> ContractsAsync(StatisticsPeriod period, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (start, end) = (ChinaTime.StartOf(period.Start), ChinaTime.StartOf(period.End));
        var licences = db.Licences.Where(licence => licence.State != LicenceState.Voided && licence.EffectiveAt >= start && licence.EffectiveAt < end);
        var rows = await (
            from licence in licences
            join licensor in db.Organizations on licence.LicensorId equals licensor.Id
            join found in db.Organizations on licence.LicenseeId equals found.Id into licensees
            from licensee in licensees.DefaultIfEmpty()
            select new
            {
                Licensor = new { licensor.Id, licensor.Kind, licensor.RegionCode },
                licence.LicenseeId,
                LicenseeKind = (OrganizationKind?)licensee!.Kind,
                LicenseeRegion = licensee.RegionCode,
                licence.EffectiveAt,
                licence.Fee.Structure,
                licence.Fee.FixedAmount,
                Patents = licence.Patents.Select(patent => patent.PatentId).ToList(),
            }).AsNoTracking().ToListAsync(ct);
        var patents = await PatentsAsync(db.Patents.Where(patent => licences.Any(licence => licence.Patents.Any(licensed => licensed.PatentId == patent.Id))), ct);
        var demonstrations = await DemonstrationsAsync(db, ct);
        return rows.ConvertAll(row =>
        {
            var effectiveOn = ChinaTime.DateIn(row.EffectiveAt);
            var isDemonstration = demonstrations[row.Licensor.Id].Any(recognition => recognition.IsHeldOn(effectiveOn));
            return new ContractFact(
                new PartyFact(row.Licensor.Id, row.Licensor.Kind, ProvinceOf(row.Licensor.RegionCode), isDemonstration),
                new PartyFact(row.LicenseeId, row.LicenseeKind, ProvinceOf(row.LicenseeRegion)),
                row.Patents.ConvertAll(id => patents[id]),
                effectiveOn,
                FormOf(row.Structure),
                row.FixedAmount);
        });
    }

    /// <summary>Every declaration that was ever announced.</summary>
    public async Task<IReadOnlyList<DeclarationFact>> DeclarationsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var announced = db.OpenLicences.Where(declaration => declaration.AnnouncedOn != null);
        var rows = await (
            from declaration in announced
            join patentee in db.Organizations on declaration.OrganizationId equals patentee.Id
            join patent in db.Patents on declaration.PatentId equals patent.Id
            select new
            {
                Patentee = new { patentee.Id, patentee.Kind, patentee.RegionCode },
                declaration.PatentId,
                AnnouncedOn = declaration.AnnouncedOn!.Value,
                EndedOn = declaration.WithdrawnOn ?? declaration.LapsedOn,
                patent.GrantDate,
                patent.Status,
                patent.StatusSince,
            }).AsNoTracking().ToListAsync(ct);
        var patents = await PatentsAsync(db.Patents.Where(patent => announced.Any(declaration => declaration.PatentId == patent.Id)), ct);
        return rows.ConvertAll(row => new DeclarationFact(
            new PartyFact(row.Patentee.Id, row.Patentee.Kind, ProvinceOf(row.Patentee.RegionCode)),
            patents[row.PatentId],
            row.AnnouncedOn,
            row.EndedOn,
            row.GrantDate,
            row.Status == RightStatus.InForce ? null : row.StatusSince));
    }

    private async Task<Dictionary<long, PatentFact>> PatentsAsync(IQueryable<Patent> patents, CancellationToken ct)
    {
        var today = clock.Today();
        var rows = await patents.AsNoTracking().IgnoreAutoIncludes().Select(patent => new
        {
            patent.Id,
            patent.Kind,
            patent.IpcSymbols,
            IsAbnormal = patent.Encumbrances.Any(mark => mark.Kind == EncumbranceKind.AbnormalFlag && mark.From <= today
                && (mark.Until == null || mark.Until >= today) && (mark.LiftedOn == null || mark.LiftedOn > today)),
        }).ToListAsync(ct);
        return rows.ToDictionary(row => row.Id, row => row.IpcSymbols.Count == 0
            ? new PatentFact(row.Id, row.Kind, IsAbnormal: row.IsAbnormal)
            : new PatentFact(row.Id, row.Kind, row.IpcSymbols[0][0], WipoField.NumberOf(row.IpcSymbols[0]), row.IsAbnormal));
    }

    private static async Task<ILookup<long, Recognition>> DemonstrationsAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        var held = await db.Organizations.AsNoTracking().IgnoreAutoIncludes()
            .SelectMany(organization => organization.Recognitions.Where(recognition => recognition.Code == DemonstrationUniversity), (organization, recognition) => new { organization.Id, recognition })
            .ToListAsync(ct);
        return held.ToLookup(row => row.Id, row => row.recognition);
    }

    private static string? ProvinceOf(string? region) => region?[..2];

    private static PaymentForm FormOf(FeeStructure structure) => structure switch
    {
        FeeStructure.Free => PaymentForm.Free,
        FeeStructure.Royalty => PaymentForm.Royalty,
        FeeStructure.EntryPlusRoyalty => PaymentForm.EntryPlusRoyalty,
        _ => PaymentForm.Fixed,
    };
}
