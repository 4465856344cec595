namespace IpMarketplace.Patents;

/// <summary>What burdens or endangers a right (domain.md 5.8, 9.1). Dated facts beside the status, never part of it.</summary>
public enum EncumbranceKind
{
    /// <summary>An exclusive licence (独占许可): even the patentee may not exploit. Bars an open licence (OL-20).</summary>
    ExclusiveLicence,

    /// <summary>A sole licence (排他许可): one licensee beside the patentee. Bars an open licence (OL-20).</summary>
    SoleLicence,

    /// <summary>A registered pledge (质押). Bars an open licence unless the pledgee consents in writing (OL-24).</summary>
    Pledge,

    /// <summary>Procedures are suspended because ownership is disputed (OL-21), for at most one year unless extended (OL-26).</summary>
    OwnershipDispute,

    /// <summary>A court's preservation order (保全). Bars an open licence (OL-22).</summary>
    Preservation,

    /// <summary>A request for invalidation is pending: no bar, but a risk that is shown (OL-27).</summary>
    InvalidationPending,

    /// <summary>The application was marked abnormal (非正常申请).</summary>
    AbnormalFlag,

    /// <summary>Another hindrance to effective exploitation, recorded by an administration with its reason (OL-25).</summary>
    OtherHindrance,
}
