using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents;

namespace IpMarketplace.Licensing;

/// <content>The recordal at CNIPA, beside the licence (domain.md 3.2, 9.7).</content>
public sealed partial class Licence
{
    /// <summary>Months within which a licence is filed for recordal (OL-61).</summary>
    public const int RecordalMonths = 3;

    /// <summary>The longest recordal number.</summary>
    public const int RecordalNumberLength = 60;

    /// <summary>Where its recordal stands.</summary>
    public RecordalState Recordal { get; private set; }

    /// <summary>The last day to file the recordal without being late (OL-61).</summary>
    public DateOnly RecordalDueOn { get; private set; }

    /// <summary>When the recordal was filed.</summary>
    public DateOnly? RecordalFiledOn { get; private set; }

    /// <summary>References to the documents filed: the notice and the voucher, or a contract (OL-63).</summary>
    public string? RecordalDocuments { get; private set; }

    /// <summary>The recordal number (RC-08).</summary>
    public string? RecordalNumber { get; private set; }

    /// <summary>The recordal date.</summary>
    public DateOnly? RecordedOn { get; private set; }

    /// <summary>The recordal certificate, by its reference.</summary>
    public string? RecordalCertificate { get; private set; }

    /// <summary>What CNIPA wants corrected, or its ground for refusing (RC-09).</summary>
    public string? RecordalReason { get; private set; }

    /// <summary>Whether its recordal is late (INV-62); that never touches its effect.</summary>
    public bool IsRecordalOverdue(DateOnly today) => Recordal is RecordalState.NotFiled && today > RecordalDueOn;

    /// <summary>Records that the recordal was filed, after checking what can be checked of RC-09.</summary>
    /// <param name="patents">The licensed patents.</param>
    /// <param name="filedOn">The day of filing.</param>
    /// <param name="documents">References to what was filed (OL-63).</param>
    /// <param name="today">Today in China.</param>
    public Refusal? FileRecordal(IReadOnlyList<Patent> patents, DateOnly filedOn, string documents, DateOnly today)
    {
        if ((Refuses(RecordalAction.File) ?? NotOn("filedOn", filedOn, ChinaTime.DateIn(EffectiveAt), today)) is { } refusal)
        {
            return refusal;
        }
        if (RecordalGrounds.Of(this, patents, today) is { Count: > 0 } grounds)
        {
            return new RecordalWouldBeRefused(grounds);
        }
        RecordalFiledOn = filedOn;
        RecordalDocuments = documents;
        RecordalReason = null;
        Take(RecordalAction.File, null, documents);
        return null;
    }

    /// <summary>Records that CNIPA asks for a correction.</summary>
    public Refusal? RecordRecordalCorrection(string reason)
    {
        if (Refuses(RecordalAction.RecordCorrection) is { } refusal)
        {
            return refusal;
        }
        RecordalReason = reason;
        Take(RecordalAction.RecordCorrection, reason);
        return null;
    }

    /// <summary>Records the recordal with its number and certificate (RC-08).</summary>
    public Refusal? Record(string recordalNumber, DateOnly recordedOn, string certificate, DateOnly today)
    {
        if ((Refuses(RecordalAction.Record) ?? NotOn("recordedOn", recordedOn, RecordalFiledOn, today)) is { } refusal)
        {
            return refusal;
        }
        RecordalNumber = recordalNumber;
        RecordedOn = recordedOn;
        RecordalCertificate = certificate;
        Take(RecordalAction.Record, null, certificate);
        Announce(new LicenceRecorded());
        return null;
    }

    /// <summary>Records that CNIPA refused the recordal; the licence keeps its effect (OL-64).</summary>
    public Refusal? RecordRecordalRefusal(string ground)
    {
        if (Refuses(RecordalAction.RecordRefusal) is { } refusal)
        {
            return refusal;
        }
        RecordalReason = ground;
        Take(RecordalAction.RecordRefusal, ground);
        return null;
    }

    /// <summary>Records the deregistration of a licence that ended early (RC-10).</summary>
    public Refusal? Deregister(string evidence)
    {
        if (Refuses(RecordalAction.Deregister) is { } refusal)
        {
            return refusal;
        }
        if (State is LicenceState.Effective or LicenceState.Breached)
        {
            return new NotAllowedInState(nameof(Licence), Spelling.Screaming(State), "DEREGISTER", [.. LicenceLifecycle.Table.AllowedActions(State).Select(Spelling.Screaming)]);
        }
        Take(RecordalAction.Deregister, null, evidence);
        return null;
    }

    private static InputInvalid? NotOn(string field, DateOnly given, DateOnly? earliest, DateOnly today) =>
        given > today ? new InputInvalid(field, $"The day lies in the future; today is {today:yyyy-MM-dd}.", $"{given:yyyy-MM-dd}")
        : given < earliest ? new InputInvalid(field, $"The day lies before {earliest:yyyy-MM-dd}, when the step before was taken.", $"{given:yyyy-MM-dd}")
        : null;

    private Refusal? Refuses(RecordalAction action) => LicenceLifecycle.Recordal.Refuses(Recordal, action, out _);

    private void Take(RecordalAction action, string? reason = null, string? evidence = null)
    {
        LicenceLifecycle.Recordal.Refuses(Recordal, action, out var to);
        Note(new Transition(Spelling.Screaming(Recordal), Spelling.Screaming(to), $"RECORDAL_{Spelling.Screaming(action)}", reason, evidence));
        Recordal = to;
    }
}
