using IpMarketplace.Kernel.Lifecycles;
using static IpMarketplace.Licensing.LicenceAction;
using static IpMarketplace.Licensing.LicenceState;

namespace IpMarketplace.Licensing;

/// <summary>The steps of a licence and, beside them, of its recordal (domain.md 9.7).</summary>
public static class LicenceLifecycle
{
    /// <summary>The licence itself.</summary>
    public static readonly Lifecycle<LicenceState, LicenceAction> Table =
        new Lifecycle<LicenceState, LicenceAction>(nameof(Licence), Effective)
            .On(ReportBreach, Effective, Breached)
            .On(RecordCure, Breached, Effective)
            .On(Terminate, [Effective, Breached], TerminatedEarly)
            .On(End, [Effective, Breached], Ended)
            .On(LicenceAction.Void, Effective, Voided)
            .EndsAt(Ended, TerminatedEarly, Voided);

    /// <summary>The states in which the licensee may exploit.</summary>
    public static readonly LicenceState[] Running = [Effective, Breached];

    /// <summary>Its recordal.</summary>
    public static readonly Lifecycle<RecordalState, RecordalAction> Recordal =
        new Lifecycle<RecordalState, RecordalAction>("recordal", RecordalState.NotFiled)
            .On(RecordalAction.File, [RecordalState.NotFiled, RecordalState.Correction], RecordalState.Filed)
            .On(RecordalAction.RecordCorrection, RecordalState.Filed, RecordalState.Correction)
            .On(RecordalAction.Record, RecordalState.Filed, RecordalState.Recorded)
            .On(RecordalAction.RecordRefusal, RecordalState.Filed, RecordalState.Refused)
            .On(RecordalAction.Deregister, RecordalState.Recorded, RecordalState.Deregistered)
            .EndsAt(RecordalState.Refused, RecordalState.Deregistered);
}
