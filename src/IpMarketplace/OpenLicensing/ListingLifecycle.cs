using IpMarketplace.Kernel.Lifecycles;
using static IpMarketplace.OpenLicensing.ListingAction;
using static IpMarketplace.OpenLicensing.ListingState;

namespace IpMarketplace.OpenLicensing;

/// <summary>The steps of a listing (domain.md 9.3).</summary>
public static class ListingLifecycle
{
    /// <summary>The table.</summary>
    public static readonly Lifecycle<ListingState, ListingAction> Table =
        new Lifecycle<ListingState, ListingAction>(nameof(Listing), Draft)
            .On(Revise, Draft, Draft)
            .On(Revise, Rejected, Rejected)
            .On(Submit, [Draft, Rejected], InReview)
            .On(Approve, InReview, Published)
            .On(Return, InReview, Rejected)
            .On(Suspend, Published, Suspended)
            .On(Resume, Suspended, Published)
            .On(Close, [Published, Suspended], Closed)
            .EndsAt(Closed);
}
