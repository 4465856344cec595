using IpMarketplace.Patents;

namespace IpMarketplace.Licensing;

/// <summary>Whether a right can still carry a licence (GI-01, OL-77).</summary>
public static class RightsThatLicense
{
    extension(Patent patent)
    {
        /// <summary>In force, or within the grace period of the annual fee, and not past its last day.</summary>
        public bool GivesLicencesOn(DateOnly date) =>
            patent.Status is RightStatus.InForce or RightStatus.FeeOverdue && !(patent.ExpiryDate < date);
    }
}
