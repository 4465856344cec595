using IpMarketplace.Statistics;
using IpMarketplace.Statistics.Indicators;
using static IpMarketplace.Tests.Statistics.Facts;

namespace IpMarketplace.Tests.Statistics;

/// <summary>
/// domain.md 7.6: three deals of 2025. A: 2 patents, free, to 2 enterprises, so 2 contracts; B: 1 patent, royalty; C: 3 patents, fixed 300,000.
/// </summary>
public sealed class WorkedExampleTests
{
    private static readonly ContractFact[] Contracts =
    [
        Contract(patents: [1, 2]), Contract(to: Enterprise with { OrganizationId = 101 }, patents: [1, 2]),
        Contract(PaymentForm.Royalty, patents: [3]), Contract(PaymentForm.Fixed, 300_000m, patents: [4, 5, 6]),
    ];

    [Fact]
    public void Contracts_are_4() => Assert.Equal(4, Transactions.Of(Contracts, Year2025).Value);

    [Fact]
    public void Patent_times_are_8_and_distinct_patents_6()
    {
        var times = PatentTimes.Of(Contracts, Year2025);
        Assert.Equal(8, times.Value);
        Assert.Equal(6, times.Part("PATENTS").Value);
    }

    [Fact]
    public void The_fixed_amount_is_300_000() => Assert.Equal(300_000m, ContractAmount.Of(Contracts, Year2025).Value);

    [Fact]
    public void The_free_share_is_2_of_4()
    {
        var free = PaymentFormShare.Of(Contracts, Year2025).Part("FREE");
        Assert.Equal(2, free.Value);
        Assert.Equal(0.5m, free.Share);
    }
}
