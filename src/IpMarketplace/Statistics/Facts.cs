using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Statistics;

/// <summary>A party of a declaration or contract, as the statistics see it.</summary>
/// <param name="OrganizationId">The organization; null for a natural person.</param>
/// <param name="Kind">What it is; null for a natural person.</param>
/// <param name="Province">Its province; null where unknown and for natural persons.</param>
/// <param name="IsDemonstration">Whether it was a demonstration university on the event's day (ST-44).</param>
public sealed record PartyFact(long? OrganizationId, OrganizationKind? Kind, string? Province, bool IsDemonstration = false);

/// <summary>A patent, as the statistics see it.</summary>
/// <param name="Id">The patent.</param>
/// <param name="Kind">Invention, utility model or design.</param>
/// <param name="IpcSection">The section of its main IPC symbol; null for designs.</param>
/// <param name="Field">The WIPO technology field of its main IPC symbol; null for designs.</param>
/// <param name="IsAbnormal">Whether a mark of an abnormal application stands, which excludes it everywhere (domain.md 7.0).</param>
public sealed record PatentFact(long Id, PatentKind Kind, char? IpcSection = null, int? Field = null, bool IsAbnormal = false);

/// <summary>An open-licence declaration that was announced.</summary>
/// <param name="Patentee">Who declared.</param>
/// <param name="Patent">The patent.</param>
/// <param name="AnnouncedOn">The event's day (domain.md 7.0).</param>
/// <param name="EndedOn">The day from which it no longer binds: withdrawn or lapsed; null while it binds.</param>
/// <param name="InForceFrom">The day of the grant; null where it is not known.</param>
/// <param name="InForceUntil">The day from which the right is no longer in force, as it is recorded today; null while it is.</param>
public sealed record DeclarationFact(
    PartyFact Patentee, PatentFact Patent, DateOnly AnnouncedOn, DateOnly? EndedOn = null, DateOnly? InForceFrom = null, DateOnly? InForceUntil = null)
{
    /// <summary>Whether on a day it is announced, not withdrawn, and the right in force (ST-03).</summary>
    public bool StandsOn(DateOnly day) =>
        AnnouncedOn <= day && !(EndedOn <= day) && InForceFrom <= day && !(InForceUntil <= day);
}

/// <summary>How a contract is paid, in the four classes of ST-50.</summary>
public enum PaymentForm
{
    /// <summary>Nothing is paid (免费).</summary>
    Free,

    /// <summary>A fixed sum, at once or in instalments (固定金额).</summary>
    Fixed,

    /// <summary>A running royalty alone (提成).</summary>
    Royalty,

    /// <summary>An entry fee and a royalty (入门费加提成).</summary>
    EntryPlusRoyalty,
}

/// <summary>One contract (份), however many patents it covers.</summary>
/// <param name="Licensor">Who licenses.</param>
/// <param name="Licensee">Who exploits.</param>
/// <param name="Patents">The patents it covers; each is a patent-time.</param>
/// <param name="EffectiveOn">The event's day: when it took effect (domain.md 7.0).</param>
/// <param name="Payment">How it is paid.</param>
/// <param name="FixedAmount">The fixed sum or entry fee in RMB; null where none is agreed. Royalties are counted when received, not here.</param>
public sealed record ContractFact(
    PartyFact Licensor, PartyFact Licensee, IReadOnlyList<PatentFact> Patents, DateOnly EffectiveOn, PaymentForm Payment, decimal? FixedAmount = null);
