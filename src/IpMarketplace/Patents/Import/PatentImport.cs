using IpMarketplace.Kernel.Time;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Import;

namespace IpMarketplace.Patents.Import;

/// <summary>
/// Takes patents from files. A patent is known by its application number, else by its publication number; what is known of it is
/// added to, never erased. The record proves what it says and no more: see <c>StatusConfirmedOn</c>.
/// </summary>
public sealed class PatentImport(TimeProvider clock) : IImport
{
    /// <inheritdoc/>
    public string Noun => "patents";

    /// <inheritdoc/>
    public string? KeyOf(ImportRecord record) => PatentReader.KeyOf(record);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LineOutcome>> TakeAsync(MarketplaceDbContext db, IReadOnlyList<ImportLine> batch, string evidence, CancellationToken ct)
    {
        var read = batch.Select(Read).ToList();
        var known = await KnownPatents.LoadAsync(db, [.. read.Select(line => line.Patent).OfType<ReadPatent>()], ct);
        var outcomes = read.ConvertAll(line => Take(line, known, evidence));
        await db.SaveChangesAsync(ct);
        return outcomes;
    }

    private sealed record Line(ImportLine Source, ReadPatent? Patent, List<string> Corrections, List<string> Remarks, string? Refusal)
    {
        public string? Key => Source.Record?.Text("number", "id", "publication");

        public LineOutcome Refused(string reason) => LineOutcome.Refused(Source.Number, Key, reason);

        public LineOutcome Done(LineEffect effect) => new(Source.Number, Key, effect, Corrections, Remarks);
    }

    private static Line Read(ImportLine source)
    {
        List<string> corrections = [], remarks = [];
        string? refusal = source.Problem;
        var patent = source.Record is null ? null : PatentReader.Read(source.Record, corrections, remarks, out refusal);
        return new Line(source, patent, corrections, remarks, refusal);
    }

    private LineOutcome Take(Line line, KnownPatents known, string evidence)
    {
        if (line.Patent is not { } read)
        {
            return line.Refused(line.Refusal!);
        }
        if (known.ConflictOf(read.Details) is { } conflict)
        {
            return line.Refused(conflict);
        }
        var today = clock.Today();
        var patent = known.Find(read.Details);
        var isNew = patent is null;
        var refusal = patent is null ? Patent.Record(read.Details, today, out patent) : patent.Update(read.Details, today);
        if (refusal is not null)
        {
            return line.Refused(refusal.Message);
        }
        line.Remarks.AddRange(known.UnknownSubclasses(read.Details));
        Learn(patent!, read, known, line.Remarks, evidence, today);
        if (isNew)
        {
            known.Add(patent!);
        }
        return line.Done(isNew ? LineEffect.Added : patent!.Events.Count > 0 ? LineEffect.Changed : LineEffect.Unchanged);
    }

    private static void Learn(Patent patent, ReadPatent read, KnownPatents known, List<string> remarks, string evidence, DateOnly today)
    {
        if (read.Owners is { } owners
            && patent.SetOwners([.. owners.Select((owner, place) => known.OwnerOf(owner, PatentOwner.EqualShare(place, owners.Count)))]) is { } wrongShares)
        {
            remarks.Add(wrongShares.Message);
        }
        if (read.GrantDate is { } granted && patent.Status == RightStatus.Pending
            && patent.RecordStatus(RightAction.Grant, granted, evidence, today, confirmsPresent: false) is { } notGranted)
        {
            remarks.Add(notGranted.Message);
        }
        patent.FollowCalendar(today);
    }
}
