namespace IpMarketplace.Patents;

/// <summary>Something that burdens a right for a time, with its evidence (domain.md 9.1). A public fact of the register, as far as <see cref="Reason"/> is not.</summary>
public sealed class Encumbrance
{
    private Encumbrance() => Evidence = "";

    internal Encumbrance(EncumbranceDetails details)
    {
        Kind = details.Kind;
        From = details.From;
        Until = details.Until;
        Evidence = details.Evidence;
        PartyId = details.PartyId;
        PartyName = details.PartyName;
        Reason = details.Reason;
    }

    /// <summary>The database key.</summary>
    public long Id { get; private set; }

    /// <summary>What it is.</summary>
    public EncumbranceKind Kind { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day, where it ends by itself; null while open-ended.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The day from which it no longer stands, because it was lifted or deregistered.</summary>
    public DateOnly? LiftedOn { get; private set; }

    /// <summary>The gazette, contract or order that shows it.</summary>
    public string Evidence { get; private set; }

    /// <summary>What shows that it was lifted.</summary>
    public string? LiftEvidence { get; private set; }

    /// <summary>The pledgee or licensee, where it is an organization of the marketplace.</summary>
    public long? PartyId { get; private set; }

    /// <summary>The name of the pledgee or licensee.</summary>
    public string? PartyName { get; private set; }

    /// <summary>Why, where an administration records a hindrance (OL-25).</summary>
    public string? Reason { get; private set; }

    /// <summary>The day on which the pledgee consented in writing to licences (OL-24, CC 444).</summary>
    public DateOnly? ConsentedOn { get; private set; }

    /// <summary>The document of the pledgee's consent.</summary>
    public string? ConsentEvidence { get; private set; }

    /// <summary>Whether it burdens the right on a date.</summary>
    public bool StandsOn(DateOnly date) => From <= date && (Until is null || date <= Until) && (LiftedOn is null || date < LiftedOn);

    /// <summary>Whether it is an exclusive or sole licence.</summary>
    internal bool IsExclusive => IsExclusiveKind(Kind);

    internal static bool IsExclusiveKind(EncumbranceKind kind) => kind is EncumbranceKind.ExclusiveLicence or EncumbranceKind.SoleLicence;

    /// <summary>Whether it burdens the right on any day of a period; without a last day the period does not end.</summary>
    internal bool StandsBetween(DateOnly first, DateOnly? last) =>
        !(last < From) && !(Until < first) && (LiftedOn is not { } lifted || (first < lifted && From < lifted));

    /// <summary>Whether it bars an open licence on a date (OL-20 to OL-25). A pledge with consent, a pending invalidation and a flag do not.</summary>
    public bool BarsOpenLicenceOn(DateOnly date) => StandsOn(date) && Kind switch
    {
        EncumbranceKind.InvalidationPending or EncumbranceKind.AbnormalFlag => false,
        EncumbranceKind.Pledge => ConsentedOn is null || ConsentedOn > date,
        _ => true,
    };

    internal void Lift(DateOnly on, string evidence)
    {
        LiftedOn = on;
        LiftEvidence = evidence;
    }

    internal void Extend(DateOnly until, string evidence)
    {
        Until = until;
        Evidence = evidence;
    }

    internal void Consent(DateOnly on, string evidence)
    {
        ConsentedOn = on;
        ConsentEvidence = evidence;
    }
}
