using IpMarketplace.Kernel.Errors;
using IpMarketplace.Licensing;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;
using IpMarketplace.Tests.OpenLicensing;

namespace IpMarketplace.Tests.Licensing;

/// <summary>Requests and licences to test with.</summary>
internal static class Requests
{
    public const long EnterpriseId = 21;

    public static readonly Licensee Enterprise = new(EnterpriseId, null, "杭州示范电池有限公司", "91330100MA0000001F");

    public static OpenLicence Announced(Patent patent, FeeTerms? fee = null, DateOnly? until = null) =>
        Offers.WithId(Offers.DeclarationIn(OpenLicenceState.Announced, patent, Offers.Declared(fee, until)), 31);

    public static LicenceRequest Sent(Patent patent, FeeTerms? fee = null, DateOnly? start = null, OpenLicence? to = null)
    {
        Assert.Null(TrySend(patent, to ?? Announced(patent, fee), out var request, start: start));
        return request;
    }

    public static Refusal? TrySend(Patent patent, OpenLicence openLicence, out LicenceRequest request, Licensee? licensee = null, DateOnly? start = null, DateTimeOffset? now = null) =>
        LicenceRequest.Send(licensee ?? Enterprise, openLicence, patent, "西湖理工大学", start, 1, now ?? Offers.Now, out request);

    public static Licence ALicence(Patent patent, DateOnly? until = null) =>
        Licence.Open(Sent(patent, to: Announced(patent, FeeTerms.Free, until)));
}
