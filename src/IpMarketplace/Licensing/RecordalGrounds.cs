using IpMarketplace.Patents;

namespace IpMarketplace.Licensing;

/// <summary>The grounds on which CNIPA refuses a recordal (RC-09), as far as the marketplace can see them before filing.</summary>
public static class RecordalGrounds
{
    /// <summary>The grounds that stand on a date, each with its number in RC-09.</summary>
    public static IReadOnlyList<string> Of(Licence licence, IReadOnlyList<Patent> patents, DateOnly date)
    {
        var grounds = new List<string>();
        foreach (var patent in patents)
        {
            var number = patent.Number?.AsPatentNumber();
            Ground(!patent.IsAlive, $"(1) the right {number} has ended.");
            Ground(!patent.IsOwnedBy(licence.LicensorId), $"(2) the licensor is no longer registered as an owner of {number}.");
            Ground(licence.EndsOn > patent.ExpiryDate, $"(4) the licence period exceeds the term of {number}.");
            Ground(patent.Status == RightStatus.FeeOverdue, $"(6) the annual fee of {number} is in its surcharge period.");
            Ground(Stands(patent, EncumbranceKind.OwnershipDispute, EncumbranceKind.Preservation), $"(7) procedures on {number} are suspended.");
            Ground(patent.EncumbrancesOn(date).Any(burden => burden.Kind == EncumbranceKind.Pledge && burden.BarsOpenLicenceOn(date)),
                $"(9) {number} is pledged without the pledgee's consent.");
            Ground(Stands(patent, EncumbranceKind.ExclusiveLicence, EncumbranceKind.SoleLicence), $"(10) an exclusive or sole licence of {number} conflicts.");
        }
        return grounds;

        void Ground(bool stands, string ground)
        {
            if (stands)
            {
                grounds.Add(ground);
            }
        }

        bool Stands(Patent patent, params EncumbranceKind[] kinds) => patent.EncumbrancesOn(date).Any(burden => kinds.Contains(burden.Kind));
    }
}
