using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Time;

namespace IpMarketplace.Patents;

/// <content>What burdens the right, beside its status (domain.md 5.8, 9.1).</content>
public sealed partial class Patent
{
    private const int DisputeMonths = 12;

    private readonly List<Encumbrance> _encumbrances = [];

    /// <summary>Every encumbrance ever recorded.</summary>
    public IReadOnlyList<Encumbrance> Encumbrances => _encumbrances;

    /// <summary>The encumbrances that stand on a date.</summary>
    public IEnumerable<Encumbrance> EncumbrancesOn(DateOnly date) => _encumbrances.Where(encumbrance => encumbrance.StandsOn(date));

    /// <summary>
    /// Records an encumbrance with its evidence (INV-03). An ownership dispute suspends procedures for one year from the request
    /// unless another end is shown (OL-26); a hindrance needs its reason (OL-25). Exclusive and sole licences do not overlap (RC-13).
    /// </summary>
    public Refusal? RecordEncumbrance(EncumbranceDetails details, DateOnly today, out Encumbrance? encumbrance)
    {
        encumbrance = null;
        if (string.IsNullOrWhiteSpace(details.Evidence))
        {
            return new EvidenceRequired("evidence");
        }
        if (details.Kind == EncumbranceKind.OtherHindrance && string.IsNullOrWhiteSpace(details.Reason))
        {
            return new InputInvalid("reason", "A hindrance is recorded with its reason (OL-25).");
        }
        if (details.From > today || details.Until < details.From)
        {
            return new InputInvalid("from", "An encumbrance begins today or earlier, and ends on or after its first day.", $"{details.From:yyyy-MM-dd}");
        }
        if (Encumbrance.IsExclusiveKind(details.Kind) && _encumbrances.Find(other => other.IsExclusive && other.StandsBetween(details.From, details.Until)) is { } standing)
        {
            var until = standing.Until is { } last ? $" to {last:yyyy-MM-dd}" : "";
            return new InputInvalid("from", $"An exclusive or sole licence stands from {standing.From:yyyy-MM-dd}{until} already (GI-02).", $"{details.From:yyyy-MM-dd}");
        }
        if (details is { Kind: EncumbranceKind.OwnershipDispute, Until: null })
        {
            details = details with { Until = LegalCalendar.Weekends.AddMonths(details.From, DisputeMonths) };
        }
        encumbrance = new Encumbrance(details);
        _encumbrances.Add(encumbrance);
        Announce(new EncumbranceChanged(details.Kind));
        return null;
    }

    /// <summary>Records that an encumbrance no longer stands from a day on.</summary>
    public Refusal? LiftEncumbrance(long encumbranceId, DateOnly on, string evidence, DateOnly today) =>
        Change(encumbranceId, evidence, on, today, encumbrance =>
        {
            if (encumbrance.LiftedOn is not null)
            {
                return new EncumbranceNotChangeable(encumbrance.Kind, $"It was lifted on {encumbrance.LiftedOn:yyyy-MM-dd} already.");
            }
            encumbrance.Lift(on, evidence);
            return null;
        });

    /// <summary>Records that the suspension for an ownership dispute, or a preservation, was extended (OL-26).</summary>
    public Refusal? ExtendEncumbrance(long encumbranceId, DateOnly until, string evidence, DateOnly today) =>
        Change(encumbranceId, evidence, today, today, encumbrance =>
        {
            if (encumbrance.Kind is not (EncumbranceKind.OwnershipDispute or EncumbranceKind.Preservation) || encumbrance.Until is null)
            {
                return new EncumbranceNotChangeable(encumbrance.Kind, "Only a dispute or a preservation with an end is extended.");
            }
            if (until <= encumbrance.Until || !encumbrance.StandsOn(today))
            {
                return new EncumbranceNotChangeable(encumbrance.Kind, $"It stands until {encumbrance.Until:yyyy-MM-dd}; an extension is shown before that day and ends after it.");
            }
            encumbrance.Extend(until, evidence);
            return null;
        });

    /// <summary>Records the pledgee's written consent to licences (OL-24).</summary>
    public Refusal? RecordPledgeeConsent(long encumbranceId, DateOnly on, string evidence, DateOnly today) =>
        Change(encumbranceId, evidence, on, today, encumbrance =>
        {
            if (encumbrance.Kind != EncumbranceKind.Pledge || !encumbrance.StandsOn(today))
            {
                return new EncumbranceNotChangeable(encumbrance.Kind, "Only the pledgee of a standing pledge consents.");
            }
            encumbrance.Consent(on, evidence);
            return null;
        });

    private Refusal? Change(long encumbranceId, string evidence, DateOnly on, DateOnly today, Func<Encumbrance, Refusal?> change)
    {
        if (string.IsNullOrWhiteSpace(evidence))
        {
            return new EvidenceRequired("evidence");
        }
        if (_encumbrances.Find(candidate => candidate.Id == encumbranceId) is not { } encumbrance)
        {
            return new NotFound(nameof(Encumbrance));
        }
        if (on > today || on < encumbrance.From)
        {
            return new InputInvalid("on", $"The day lies between {encumbrance.From:yyyy-MM-dd} and today.", $"{on:yyyy-MM-dd}");
        }
        if (change(encumbrance) is { } refusal)
        {
            return refusal;
        }
        Announce(new EncumbranceChanged(encumbrance.Kind));
        return null;
    }

    private Encumbrance? StandingPledgeWithoutConsent(DateOnly date) =>
        _encumbrances.Find(encumbrance => encumbrance.Kind == EncumbranceKind.Pledge && encumbrance.StandsOn(date) && encumbrance.BarsOpenLicenceOn(date));
}
