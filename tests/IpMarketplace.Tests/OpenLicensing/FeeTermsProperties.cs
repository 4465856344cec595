using FsCheck.Xunit;
using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Tests.OpenLicensing;

/// <summary>GI-11 for any sum and any number of parts.</summary>
public sealed class FeeTermsProperties
{
    [Property(MaxTest = 1_000, EndSize = 2_000_000_000)]
    public void Instalments_add_up_to_the_last_fen_and_none_is_negative(int fen, int parts, int months)
    {
        var total = (Math.Abs((long)fen) + 1) / 100m;
        var count = 2 + Math.Abs(parts % 59);

        var refusal = FeeTerms.From(FeeStructure.Instalments, total, count, 1 + Math.Abs(months % 12), null, null, out var terms);

        Assert.Null(refusal);
        Assert.Equal(total, terms.Schedule.Sum(part => part.Amount));
        Assert.Equal(count, terms.Schedule.Count);
        Assert.All(terms.Schedule, part => Assert.True(part.Amount >= 0 && part.Amount == Math.Round(part.Amount, 2)));
        Assert.Equal(terms.Schedule.Max(part => part.Amount), terms.FirstPaymentDue);
    }
}
