using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>An exclusive or sole licence granted outside the marketplace.</summary>
/// <param name="PatentId">A patent that the own organization owns or co-owns.</param>
/// <param name="IsSole">Whether the patentee may exploit beside the licensee (排他); otherwise it is exclusive (独占).</param>
/// <param name="Licensee">The licensee's name; 1 to 200 characters.</param>
/// <param name="From">Its first day; not in the future.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Evidence">The contract, by its reference; 1 to 200 characters.</param>
/// <param name="IdempotencyKey">Chosen by the client: a retry with the same key has one effect (GI-13).</param>
public sealed record RecordExclusiveLicenceInput(
    [property: ID<PatentCard>] long PatentId,
    bool IsSole,
    [property: Name] string Licensee,
    DateOnly From,
    DateOnly Until,
    string Evidence,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>recordExclusiveLicence</c>.</summary>
[MutationType]
public static partial class RecordExclusiveLicence
{
    /// <summary>
    /// Records an exclusive or sole licence on a patent, which bars an open licence from then on (OL-20). Impossible while a declaration is
    /// announced (INV-32, OL-34), and while an open licence runs or a notice is under way (GI-02, RC-13).
    /// </summary>
    [Authorize(nameof(Permission.RecordLicences))]
    [Error<OpenLicenceStands>]
    [Error<ConflictingLicence>]
    [Error<EvidenceRequired>]
    public static async Task<FieldResult<PatentCard>> RecordExclusiveLicenceAsync(
        RecordExclusiveLicenceInput input, Viewer viewer, MarketplaceDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var patent = await db.Patents.OwnedBy(viewer).SingleOrDefaultAsync(row => row.Id == input.PatentId, ct);
        if (patent is null)
        {
            return new(new NotFound(nameof(Patent)));
        }
        if (await db.IsAnnouncedAsync(patent.Id, ct))
        {
            return new(new OpenLicenceStands(patent.Number?.AsPatentNumber() ?? ""));
        }
        if (await db.Licences.OverlappingAsync(patent.Id, input.From, input.Until, ct) is { } running)
        {
            return new(new ConflictingLicence(running.Number));
        }
        if (await db.LicenceRequests.FirstOrDefaultAsync(row => row.PatentId == patent.Id && LicenceRequestLifecycle.Open.Contains(row.State), ct) is { } underWay)
        {
            return new(new ConflictingLicence(underWay.Number));
        }
        var kind = input.IsSole ? EncumbranceKind.SoleLicence : EncumbranceKind.ExclusiveLicence;
        var details = new EncumbranceDetails(kind, input.From, input.Evidence, input.Until, PartyName: input.Licensee);
        if (patent.RecordEncumbrance(details, clock.Today(), out _) is { } refusal)
        {
            return new(refusal);
        }
        await db.SaveChangesAsync(ct);
        return (await db.CardsOfAsync(db.Patents.Where(row => row.Id == patent.Id), ct)).Single();
    }
}
