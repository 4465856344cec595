using IpMarketplace.Statistics;
using IpMarketplace.Statistics.Indicators;
using static IpMarketplace.Tests.Statistics.Facts;

namespace IpMarketplace.Tests.Statistics;

/// <summary>ST-01 to ST-03.</summary>
public sealed class SupplyIndicatorsTests
{
    [Fact]
    public void ST_01_counts_an_organization_once_however_often_it_declared() =>
        Assert.Equal(2, ParticipatingPatentees.Of(
            [Declaration(1, In2025(2)), Declaration(2, In2025(3)), Declaration(3, In2025(4), patentee: University with { OrganizationId = 2 })], Year2025).Value);

    [Fact]
    public void ST_02_counts_a_patent_once_when_it_was_declared_anew() =>
        Assert.Equal(2, PatentsOpened.Of([Declaration(1, In2025(2), endedOn: In2025(5)), Declaration(1, In2025(8)), Declaration(2, In2025(9))], Year2025).Value);

    [Fact]
    public void The_event_is_the_announcement_and_the_period_is_half_open()
    {
        DeclarationFact[] declarations =
        [
            Declaration(1, new DateOnly(2024, 12, 31)), Declaration(2, new DateOnly(2025, 1, 1)),
            Declaration(3, new DateOnly(2025, 12, 31)), Declaration(4, new DateOnly(2026, 1, 1)),
        ];
        Assert.Equal(2, PatentsOpened.Of(declarations, Year2025).Value);
    }

    [Fact]
    public void ST_03_is_the_stock_on_the_last_day_of_a_closed_period()
    {
        DeclarationFact[] declarations =
        [
            Declaration(1, new DateOnly(2023, 5, 1)),
            Declaration(2, In2025(5), endedOn: new DateOnly(2025, 12, 31)),
            Declaration(3, In2025(5), endedOn: new DateOnly(2026, 1, 1)),
            Declaration(4, new DateOnly(2026, 1, 1)),
        ];
        Assert.Equal(2, OpenLicencesInForce.Of(declarations, Year2025).Value);
    }

    [Fact]
    public void ST_03_is_the_stock_of_today_while_the_period_runs()
    {
        var running = Year2025 with { Period = new StatisticsPeriod(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1)) };
        DeclarationFact[] declarations = [Declaration(1, new DateOnly(2026, 3, 2)), Declaration(2, new DateOnly(2026, 3, 3))];
        Assert.Equal(1, OpenLicencesInForce.Of(declarations, running).Value);
    }

    [Fact]
    public void ST_03_counts_only_rights_in_force_on_the_day()
    {
        DeclarationFact[] declarations =
        [
            Declaration(1, In2025(5)) with { InForceUntil = new DateOnly(2025, 12, 31) },
            Declaration(2, In2025(5)) with { InForceUntil = new DateOnly(2026, 1, 1) },
            Declaration(3, In2025(5)) with { InForceFrom = null },
        ];
        Assert.Equal(1, OpenLicencesInForce.Of(declarations, Year2025).Value);
    }

    [Fact]
    public void Abnormal_patents_are_counted_nowhere()
    {
        DeclarationFact[] declarations = [Declaration(1, In2025(5)) with { Patent = Patent(1, isAbnormal: true) }];
        Assert.Equal(0, ParticipatingPatentees.Of(declarations, Year2025).Value);
        Assert.Equal(0, PatentsOpened.Of(declarations, Year2025).Value);
        Assert.Equal(0, OpenLicencesInForce.Of(declarations, Year2025).Value);
    }
}
