namespace IpMarketplace.Statistics;

/// <summary>What is counted. Most wrong numbers come from mixing these (domain.md 7.0).</summary>
public enum StatisticsUnit
{
    /// <summary>Distinct organizations (家).</summary>
    Organization,

    /// <summary>Distinct patent numbers (件).</summary>
    Patent,

    /// <summary>Effective contracts (份).</summary>
    Contract,

    /// <summary>One patent in one contract (件次).</summary>
    PatentTime,

    /// <summary>RMB, exact to 0.01 (元).</summary>
    Yuan,

    /// <summary>A part of a whole, from 0 to 1; a growth may be negative or above 1. Six decimals.</summary>
    Ratio,
}

/// <summary>An indicator of the statistics: what its figures mean, wherever they are shown (domain.md 7).</summary>
/// <param name="Code">Its stable code, such as <c>ST-40</c>.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Unit">What its value counts.</param>
/// <param name="Definition">The exact formula, in words.</param>
/// <param name="DefinitionVersion">Grows by one whenever the definition changes; figures of different versions are not comparable.</param>
/// <param name="Exclusions">What is never counted.</param>
public sealed record Indicator(
    string Code, string Name, string NameEn, StatisticsUnit Unit, string Definition, int DefinitionVersion, IReadOnlyList<string> Exclusions)
{
    /// <summary>What no indicator counts on the side of patents.</summary>
    public const string Abnormal = "Patents with a standing mark of an abnormal application (非正常申请).";

    /// <summary>What no indicator counts on the side of contracts.</summary>
    public const string Voided = "Licences that are void because the right was declared invalid.";

    /// <summary>An indicator of supply in its first definition.</summary>
    internal static Indicator OfSupply(string code, string name, string nameEn, StatisticsUnit unit, string definition) =>
        new(code, name, nameEn, unit, definition, 1, [Abnormal]);

    /// <summary>An indicator of transactions in its first definition.</summary>
    internal static Indicator OfTransactions(string code, string name, string nameEn, StatisticsUnit unit, string definition) =>
        new(code, name, nameEn, unit, definition, 1, [Abnormal, Voided]);
}
