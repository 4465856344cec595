using IpMarketplace.Statistics.Persistence;

namespace IpMarketplace.Statistics.Schema;

/// <summary>
/// The statistics of a period, computed when they are asked for from what is recorded. Supply and the main figures of transactions
/// are public, small numbers of contracts (1 to 20) withheld; administrators read everything, a province office for its province.
/// </summary>
[ObjectType("Statistics")]
public sealed class StatisticsReport
{
    private readonly StatisticsBasis _basis;
    private readonly StatisticsFacts _facts;
    private readonly bool _isPublic;
    private readonly Lock _reading = new();
    private readonly Dictionary<StatisticsPeriod, Task<IReadOnlyList<ContractFact>>> _contracts = [];
    private Task<IReadOnlyList<DeclarationFact>>? _declarations;

    internal StatisticsReport(StatisticsBasis basis, StatisticsFacts facts, bool isPublic)
    {
        _basis = basis;
        _facts = facts;
        _isPublic = isPublic;
    }

    /// <summary>The period.</summary>
    public StatisticsPeriod Period => _basis.Period;

    /// <summary>What is counted.</summary>
    public StatisticsFilters Filters => StatisticsFilters.Of(_basis.Universe);

    /// <summary>When the figures were computed.</summary>
    public DateTimeOffset AsOf => _basis.AsOf;

    internal StatisticsBasis Basis => _basis;

    /// <summary>Every announced declaration; read once, however many figures ask.</summary>
    internal Task<IReadOnlyList<DeclarationFact>> DeclarationsAsync(CancellationToken ct)
    {
        lock (_reading)
        {
            return _declarations ??= _facts.DeclarationsAsync(ct);
        }
    }

    /// <summary>The contracts of the period that are counted.</summary>
    internal Task<IReadOnlyList<ContractFact>> ContractsAsync(CancellationToken ct) => ContractsAsync(Period, ct);

    /// <summary>The contracts of the same period a year earlier that are counted.</summary>
    internal Task<IReadOnlyList<ContractFact>> ContractsAYearEarlierAsync(CancellationToken ct) => ContractsAsync(Period.AYearEarlier(), ct);

    /// <summary>A figure behind which contracts stand, as this viewer may see it.</summary>
    internal Figure Shown(Figure figure, params IEnumerable<IReadOnlyCollection<ContractFact>> contracts)
    {
        if (!_isPublic)
        {
            return figure;
        }
        return contracts.Aggregate(figure, (shown, behind) => SmallCells.Suppress(shown, behind.Count));
    }

    /// <summary>A figure whose parts are numbers of contracts, as this viewer may see it.</summary>
    internal Figure ShownInParts(Figure figure, IReadOnlyCollection<ContractFact> contracts) =>
        _isPublic ? Shown(SmallCells.SuppressParts(figure), contracts) : figure;

    private Task<IReadOnlyList<ContractFact>> ContractsAsync(StatisticsPeriod period, CancellationToken ct)
    {
        lock (_reading)
        {
            if (!_contracts.TryGetValue(period, out var reading))
            {
                _contracts.Add(period, reading = ReadAsync(period, ct));
            }
            return reading;
        }
    }

    private async Task<IReadOnlyList<ContractFact>> ReadAsync(StatisticsPeriod period, CancellationToken ct) =>
        [.. (await _facts.ContractsAsync(period, ct)).Select(_basis.Universe.Within).OfType<ContractFact>()];
}
