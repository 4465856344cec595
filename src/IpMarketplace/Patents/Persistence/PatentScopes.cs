using System.Linq.Expressions;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore.Query;

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
        var isPublic = IsPublicOn(today);
        if (viewer.OrganizationId is not { } own)
        {
            return patents.Where(isPublic);
        }
        Expression<Func<Patent, bool>> isOwn = patent => patent.Owners.Any(owner => owner.OrganizationId == own);
        var isPublicToo = ReplacingExpressionVisitor.Replace(isPublic.Parameters[0], isOwn.Parameters[0], isPublic.Body);
        return patents.Where(Expression.Lambda<Func<Patent, bool>>(Expression.OrElse(isOwn.Body, isPublicToo), isOwn.Parameters));
    }

    /// <summary>The patents whose record became public, or ceased to be, after a day up to another by the calendar alone: a little more than those.</summary>
    internal static IQueryable<Patent> TurningPublic(this IQueryable<Patent> patents, DateOnly after, DateOnly upTo)
    {
        var (first, last) = (after.AddMonths(-MonthsToPublication), upTo.AddMonths(-MonthsToPublication));
        return patents.Where(patent => (patent.Status == RightStatus.Pending && patent.FilingDate >= first && patent.FilingDate <= last)
            || patent.Encumbrances.Any(encumbrance => encumbrance.Kind == EncumbranceKind.AbnormalFlag
                && ((encumbrance.From >= after && encumbrance.From <= upTo)
                    || (encumbrance.Until >= after && encumbrance.Until <= upTo)
                    || (encumbrance.LiftedOn >= after && encumbrance.LiftedOn <= upTo))));
    }

    /// <summary>The living rights whose status the calendar changes after a day up to another (<see cref="RightByCalendar"/>): a little more than those.</summary>
    internal static IQueryable<Patent> TurningStatus(this IQueryable<Patent> patents, DateOnly after, DateOnly upTo)
    {
        // Months differ in length, so that the fee's grace may end some days beside the day six months before.
        var (first, last) = (after.AddMonths(-AnnualFees.GraceMonths).AddDays(-3), upTo.AddMonths(-AnnualFees.GraceMonths).AddDays(3));
        return patents.Where(patent => (patent.Status == RightStatus.InForce || patent.Status == RightStatus.FeeOverdue)
            && ((patent.ExpiryDate >= after && patent.ExpiryDate <= upTo)
                || (patent.AnnualFeeDueOn >= after && patent.AnnualFeeDueOn <= upTo)
                || (patent.AnnualFeeDueOn >= first && patent.AnnualFeeDueOn <= last)));
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

    private static Expression<Func<Patent, bool>> IsPublicOn(DateOnly today)
    {
        var published = today.AddMonths(-MonthsToPublication);
        return patent => (patent.Status != RightStatus.Pending || patent.Publication != null || patent.PublicationDate != null || patent.FilingDate == null || patent.FilingDate <= published)
            && !patent.Encumbrances.Any(encumbrance => encumbrance.Kind == EncumbranceKind.AbnormalFlag
                && encumbrance.From <= today
                && (encumbrance.Until == null || today <= encumbrance.Until)
                && (encumbrance.LiftedOn == null || today < encumbrance.LiftedOn));
    }
}
