using IpMarketplace.Kernel.Security;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Persistence;

namespace IpMarketplace.Patents.Persistence;

/// <summary>What a viewer may reach.</summary>
public static class PatentScopes
{
    /// <summary>Applications are published 18 months after filing (PL 34); before, they are their owners' alone.</summary>
    private const int MonthsToPublication = 18;

    /// <summary>The patents of which the viewer's organization owns a share.</summary>
    public static IQueryable<Patent> OwnedBy(this IQueryable<Patent> patents, Viewer viewer) => viewer.OrganizationId is { } organization && !viewer.IsAdministrator
        ? patents.Where(patent => patent.Owners.Any(owner => owner.OrganizationId == organization))
        : patents.Where(_ => false);

    /// <summary>The patents whose record is public, the viewer's own, and for administrations all.</summary>
    public static IQueryable<Patent> VisibleTo(this IQueryable<Patent> patents, Viewer viewer, DateOnly today)
    {
        if (viewer.IsAdministrator || viewer.IsSystem)
        {
            return patents;
        }
        var own = viewer.OrganizationId ?? 0;
        var published = today.AddMonths(-MonthsToPublication);
        return patents.Where(patent => patent.Owners.Any(owner => owner.OrganizationId == own)
            || ((patent.Status != RightStatus.Pending || patent.Publication != null || patent.PublicationDate != null || patent.FilingDate == null || patent.FilingDate <= published)
                && !patent.Encumbrances.Any(encumbrance => encumbrance.Kind == EncumbranceKind.AbnormalFlag
                    && encumbrance.From <= today
                    && (encumbrance.Until == null || today <= encumbrance.Until)
                    && (encumbrance.LiftedOn == null || today < encumbrance.LiftedOn))));
    }

    /// <summary>The patents on which the viewer may record what the register shows: own ones; for an administration those of its region (GI-07).</summary>
    public static IQueryable<Patent> RecordableBy(this IQueryable<Patent> patents, Viewer viewer, MarketplaceDbContext db)
    {
        IQueryable<Organization> organizations = db.Organizations;
        return viewer switch
        {
            { IsAdministrator: false } => patents.OwnedBy(viewer),
            { Province: { } province } => patents.Where(patent => patent.Owners.Any(owner =>
                organizations.Any(organization => organization.Id == owner.OrganizationId && organization.RegionCode!.StartsWith(province)))),
            _ when viewer.Roles.Contains(Role.AdminNational) => patents,
            _ => patents.Where(_ => false),
        };
    }
}
