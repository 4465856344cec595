using IpMarketplace.Organizations;

namespace IpMarketplace.Statistics.Indicators;

/// <summary>ST-44.</summary>
public static class DemonstrationShare
{
    /// <summary>What it means.</summary>
    public static Indicator Indicator { get; } = Indicator.OfTransactions(
        "ST-44", "示范高校占比", "Demonstration share", StatisticsUnit.Ratio,
        "Contracts licensed by universities that were demonstration universities on the day of effect, divided by the contracts licensed by all universities and institutes. "
        + "DEMONSTRATION and ALL: the two numbers.");

    /// <summary>Computes.</summary>
    public static Figure Of(IEnumerable<ContractFact> contracts, StatisticsBasis basis)
    {
        var academic = contracts.Where(contract => contract.Licensor.Kind is OrganizationKind.University or OrganizationKind.Institute).ToList();
        var demonstration = academic.Count(contract => contract.Licensor is { Kind: OrganizationKind.University, IsDemonstration: true });
        var share = Ratio.Of(demonstration, academic.Count);
        return new Figure(
            Indicator,
            share,
            [new FigurePart("DEMONSTRATION", StatisticsUnit.Contract, demonstration, share), new FigurePart("ALL", StatisticsUnit.Contract, academic.Count)],
            basis);
    }
}
