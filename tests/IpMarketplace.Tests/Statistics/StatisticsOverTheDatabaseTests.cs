using IpMarketplace.Kernel.Security;
using IpMarketplace.Licensing;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Statistics.Schema;
using IpMarketplace.Tests.OpenLicensing;

namespace IpMarketplace.Tests.Statistics;

/// <summary>The figures as they come out of the rows that the mutations write.</summary>
public sealed class StatisticsOverTheDatabaseTests : IAsyncLifetime
{
    private static readonly StatisticsPeriodInput Year2026 = new(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1));
    private static readonly Viewer Administrator = new(1, null, [Role.AdminNational]);

    private Deals _deals = null!;

    public async Task InitializeAsync() => _deals = await Deals.CreateAsync();

    public async Task DisposeAsync() => await _deals.DisposeAsync();

    [Fact]
    public async Task The_worked_example_of_domain_md_7_6()
    {
        var (one, other) = (await EnterpriseAsync("甲"), await EnterpriseAsync("乙"));
        var a = await _deals.AnnouncedAsync();
        var secondOfA = await _deals.PatentAsync();
        await _deals.CoverAsync(await _deals.LicenceAsync(one, a), secondOfA);
        await _deals.CoverAsync(await _deals.LicenceAsync(other, a), secondOfA);
        await _deals.LicenceAsync(one, await _deals.AnnouncedAsync(Offers.Fee(FeeStructure.Royalty, percent: 3, royaltyBase: RoyaltyBase.NetSales)));
        await _deals.CoverAsync(await _deals.LicenceAsync(one, await _deals.AnnouncedAsync(Offers.LumpSum(300_000m))), await _deals.PatentAsync(), await _deals.PatentAsync());

        var report = Report(Administrator);

        Assert.Equal(4, (await TransactionFigures.GetTransactionsAsync(report, default)).Value);
        var times = await TransactionFigures.GetPatentTimesAsync(report, default);
        Assert.Equal(8, times.Value);
        Assert.Equal(6, times.Part("PATENTS").Value);
        Assert.Equal(300_000m, (await AdministratorFigures.GetContractAmountAsync(report, default)).Value);
        Assert.Equal(0.5m, (await TransactionFigures.GetPaymentFormShareAsync(report, default)).Part("FREE").Share);
    }

    [Fact]
    public async Task A_licence_moves_the_figures_by_exactly_itself_at_once()
    {
        var enterprise = await EnterpriseAsync("甲", "440300");
        var offer = await _deals.AnnouncedAsync(Offers.LumpSum(1234.56m));
        Assert.Equal(0, await TransactionsAsync());
        await _deals.LicenceAsync(enterprise, offer);
        Assert.Equal(1, await TransactionsAsync());
        Assert.Equal(1234.56m, (await AdministratorFigures.GetContractAmountAsync(Report(Administrator), default)).Value);
        Assert.Equal([new("33", "44", 1, 1)], await AdministratorFigures.GetProvinceFlowsAsync(Report(Administrator), default));
    }

    [Fact]
    public async Task The_day_of_a_licence_is_its_day_in_China()
    {
        var enterprise = await EnterpriseAsync("甲");
        await _deals.LicenceAsync(enterprise, await _deals.AnnouncedAsync(), new DateTimeOffset(2026, 3, 31, 15, 59, 59, TimeSpan.Zero));
        await _deals.LicenceAsync(enterprise, await _deals.AnnouncedAsync(), new DateTimeOffset(2026, 3, 31, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await TransactionsAsync(new(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1))));
        Assert.Equal(1, await TransactionsAsync(new(new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1))));
    }

    [Fact]
    public async Task A_void_licence_is_not_counted()
    {
        var offer = await _deals.AnnouncedAsync();
        var licence = await _deals.LicenceAsync(await EnterpriseAsync("甲"), offer);
        Assert.Null(offer.Patent.RecordStatus(RightAction.Invalidate, Offers.Today, "决定", Offers.Today));
        licence.Review([offer.Patent], Offers.Today);
        Assert.Equal(LicenceState.Voided, licence.State);
        await _deals.Db.SaveChangesAsync();
        Assert.Equal(0, await TransactionsAsync());
    }

    [Fact]
    public async Task A_marked_patent_is_counted_neither_as_supply_nor_as_transaction_until_the_mark_is_lifted()
    {
        var offer = await _deals.AnnouncedAsync();
        await _deals.LicenceAsync(await EnterpriseAsync("甲"), offer);
        Assert.Null(offer.Patent.RecordEncumbrance(new(EncumbranceKind.AbnormalFlag, Offers.Today, "认定"), Offers.Today, out var mark));
        await _deals.Db.SaveChangesAsync();
        Assert.Equal(0, await TransactionsAsync());
        Assert.Equal(0, (await SupplyFigures.GetPatentsOpenedAsync(Report(Viewer.Visitor), default)).Value);

        Assert.Null(offer.Patent.LiftEncumbrance(mark!.Id, Offers.Today, "撤销", Offers.Today));
        await _deals.Db.SaveChangesAsync();
        Assert.Equal(1, await TransactionsAsync());
    }

    [Fact]
    public async Task Supply_follows_announcement_withdrawal_and_the_right()
    {
        await _deals.AnnouncedAsync();
        var withdrawn = await _deals.AnnouncedAsync();
        Assert.Null(withdrawn.OpenLicence.FileWithdrawal(withdrawn.Patent, "调整", Offers.Today, Offers.Today));
        Assert.Null(withdrawn.OpenLicence.RecordWithdrawal(Offers.Today, "42-10", Offers.Today));
        var overdue = await _deals.AnnouncedAsync();
        Assert.Null(overdue.Patent.RecordStatus(RightAction.MissFee, Offers.Today, "通知", Offers.Today));
        await _deals.Db.SaveChangesAsync();

        var report = Report(Viewer.Visitor);

        Assert.Equal(1, (await SupplyFigures.GetParticipatingPatenteesAsync(report, default)).Value);
        Assert.Equal(3, (await SupplyFigures.GetPatentsOpenedAsync(report, default)).Value);
        Assert.Equal(1, (await SupplyFigures.GetOpenLicencesInForceAsync(report, default)).Value);
    }

    [Fact]
    public async Task ST_44_asks_whether_the_university_was_a_demonstration_university_on_the_day()
    {
        await _deals.LicenceAsync(await EnterpriseAsync("甲"), await _deals.AnnouncedAsync(), new DateTimeOffset(2026, 4, 1, 4, 0, 0, TimeSpan.Zero));
        var kind = RecognitionKind.BuiltIn.Single(known => known.Code == "DEMONSTRATION_UNIVERSITY");
        Assert.Null(_deals.University.Recognise(kind, kind.Code, new DateOnly(2025, 1, 1), new DateOnly(2026, 3, 31), "名单"));
        await _deals.Db.SaveChangesAsync();
        Assert.Equal(0m, (await AdministratorFigures.GetDemonstrationShareAsync(Report(Administrator), default)).Value);

        Assert.Null(_deals.University.Recognise(kind, kind.Code, new DateOnly(2026, 4, 1), null, "名单"));
        await _deals.Db.SaveChangesAsync();
        Assert.Equal(1m, (await AdministratorFigures.GetDemonstrationShareAsync(Report(Administrator), default)).Value);
    }

    [Fact]
    public async Task The_public_does_not_see_a_single_contract()
    {
        await _deals.LicenceAsync(await EnterpriseAsync("甲"), await _deals.AnnouncedAsync());
        var report = Report(Viewer.Visitor);
        foreach (var figure in new[]
        {
            await TransactionFigures.GetTransactionsAsync(report, default), await TransactionFigures.GetPatentTimesAsync(report, default),
            await TransactionFigures.GetYearOnYearGrowthAsync(report, default), await TransactionFigures.GetPaymentFormShareAsync(report, default),
        })
        {
            Assert.True(figure.Suppressed, figure.Indicator.Code);
            Assert.Null(figure.Value);
            Assert.All(figure.Parts, part => Assert.Null(part.Value));
        }
    }

    private Task<Organization> EnterpriseAsync(string name, string region = "330200") => _deals.OrganizationAsync(name, OrganizationKind.Enterprise, region);

    private async Task<decimal?> TransactionsAsync(StatisticsPeriodInput? period = null) =>
        (await TransactionFigures.GetTransactionsAsync(Report(Administrator, period), default)).Value;

    private StatisticsReport Report(Viewer viewer, StatisticsPeriodInput? period = null) =>
        StatisticsQueries.GetStatistics(period ?? Year2026, null, viewer, _deals.Contexts, _deals.Clock);
}
