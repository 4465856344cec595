using IpMarketplace.Patents;

namespace IpMarketplace.OpenLicensing;

/// <summary>What offering asks of a patent.</summary>
public static class OfferedPatents
{
    extension(Patent patent)
    {
        /// <summary>The owners beside the organization, who have a say (PL 14, OL-07).</summary>
        public IReadOnlyList<PatentOwner> CoOwnersOf(long organizationId) => [.. patent.Owners.Where(owner => owner.OrganizationId != organizationId)];

        /// <summary>What has to be known of a patent before it is offered and is not (OL-03, OL-08, OL-13); null when nothing is missing.</summary>
        public PatentRecordIncomplete? MissingForOffer()
        {
            var missing = new List<string>();
            if (patent.Number is null)
            {
                missing.Add("patent number");
            }
            if (patent.FilingDate is null)
            {
                missing.Add("filing date");
            }
            if (patent.Status is RightStatus.InForce && patent.StatusConfirmedOn is null)
            {
                missing.Add("present legal status");
            }
            return missing.Count > 0 ? new PatentRecordIncomplete(missing) : null;
        }
    }
}
