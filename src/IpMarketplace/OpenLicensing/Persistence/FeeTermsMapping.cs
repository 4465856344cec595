using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.OpenLicensing.Persistence;

/// <summary>Fee terms are columns of whatever they belong to: a declaration, a request, a licence.</summary>
internal static class FeeTermsMapping
{
    public static void Map(ComplexPropertyBuilder<FeeTerms> fee)
    {
        fee.Ignore(terms => terms.Schedule);
        fee.Ignore(terms => terms.FirstPaymentDue);
        fee.Ignore(terms => terms.Warnings);
    }
}
