using IpMarketplace.Kernel.Errors;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.OpenLicensing;

/// <content>What the law asks of a declaration before it takes a step (OL-03 to OL-13, OL-20 to OL-25, UN-03).</content>
public sealed partial class OpenLicence
{
    private Refusal? Incomplete(Patent patent, DateOnly today)
    {
        if (patent.Kind != PatentKind.Invention)
        {
            if (patent.EvaluationReport is not { } report)
            {
                return new EvaluationReportMissing();
            }
            if (report.Conclusion != EvaluationConclusion.Meets)
            {
                return new EvaluationReportNegative(report.Reference);
            }
        }
        return patent.MissingForOffer() is { } missing ? missing
            : string.IsNullOrWhiteSpace(Declared.FeeStatement) ? new FeeStatementMissing()
            : Declared.Fee.Warnings.Count > 0 && string.IsNullOrWhiteSpace(Declared.AboveUsualReason) ? new FeeAboveUsual(Declared.Fee.Warnings)
            : Declared.Promotion() ?? Outlives(patent, today);
    }

    private Refusal? Outlives(Patent patent, DateOnly today) =>
        Declared.PeriodEnd < today ? new PeriodOver(Declared.PeriodEnd)
        : patent.ExpiryDate is { } expiry && Declared.PeriodEnd > expiry ? new PeriodExceedsPatent(Declared.PeriodEnd, expiry)
        : null;

    private static OpenLicenceBarred? Barred(Patent patent, DateOnly today) =>
        OpenLicenceBars.Of(patent, today) is { Count: > 0 } bars ? new OpenLicenceBarred(bars) : null;

    private ConsentsMissing? ConsentsMissing(Patent patent, ConsentAct act)
    {
        var missing = patent.CoOwnersOf(OrganizationId).Where(owner => !HasConsented(owner, act)).Select(owner => owner.Name).ToList();
        return missing.Count > 0 ? new ConsentsMissing(missing, act) : null;
    }

    private bool HasConsented(PatentOwner owner, ConsentAct act) =>
        _consents.Exists(consent =>
            consent.Act == act && consent.Round == ConsentRound && consent.OwnerId == owner.OrganizationId && consent.OwnerName == owner.Name);

    // UN-03 binds state universities and institutes that set a price; a free licence has none.
    private PricePublicityUnfinished? Unpublicised(Patent patent, DateOnly today)
    {
        var declarant = patent.Owners.FirstOrDefault(owner => owner.OrganizationId == OrganizationId);
        if (Declared.Fee.Structure == FeeStructure.Free || declarant?.Kind is not (OrganizationKind.University or OrganizationKind.Institute))
        {
            return null;
        }
        var endsOn = Declared.PricePostedOn?.AddDays(Declaration.PublicityDays);
        return endsOn is null || endsOn > today ? new PricePublicityUnfinished(endsOn) : null;
    }
}
