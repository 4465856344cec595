using IpMarketplace.GraphQL.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Persistence;
using IpMarketplace.Statistics.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Statistics.Schema;

/// <summary>The root query of this module.</summary>
[QueryType]
public static partial class StatisticsQueries
{
    /// <summary>
    /// The statistics of a period (domain.md 7). Everyone reads the public part; what says so is for administrators. A province office
    /// reads its own province.
    /// </summary>
    [AllowAnonymous]
    [Cost(250)]
    public static StatisticsReport GetStatistics(
        StatisticsPeriodInput period, StatisticsFilterInput? filter, Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock)
    {
        if ((period.Problem() ?? filter?.Problem()) is { } problem)
        {
            throw Refused(problem, ErrorCode.InvalidArgument);
        }
        var universe = filter?.ToUniverse() ?? Universe.Whole;
        if (viewer.Province is { } own)
        {
            if (universe.Province is { } asked && asked != own)
            {
                throw Refused($"A province office reads the statistics of its own province, {own}, not of {asked}.", ErrorCode.NotAuthorized);
            }
            universe = universe with { Province = own };
        }
        var basis = new StatisticsBasis(period.ToPeriod(), universe, clock.GetUtcNow());
        return new StatisticsReport(basis, new StatisticsFacts(contexts, clock), isPublic: !viewer.May(Permission.ReadStatistics));
    }

    private static GraphQLException Refused(string message, string code) => new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());
}
