using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;

namespace IpMarketplace.Tests.OpenLicensing;

/// <summary>OL-20 to OL-28: what bars an open licence, and what only looks like it.</summary>
public sealed class OpenLicenceBarsTests
{
    private readonly Patent _patent = Offers.APatentOf();

    [Theory]
    [InlineData(EncumbranceKind.ExclusiveLicence, "OL-20")]
    [InlineData(EncumbranceKind.SoleLicence, "OL-20")]
    [InlineData(EncumbranceKind.OwnershipDispute, "OL-21")]
    [InlineData(EncumbranceKind.Preservation, "OL-22")]
    [InlineData(EncumbranceKind.Pledge, "OL-24")]
    [InlineData(EncumbranceKind.OtherHindrance, "OL-25")]
    public void Each_burden_is_a_bar_of_its_own_rule(EncumbranceKind kind, string rule)
    {
        _patent.Burden(kind);

        Assert.Equal(rule, Assert.Single(OpenLicenceBars.Of(_patent, Offers.Today)).Rule);
    }

    [Theory]
    [InlineData(EncumbranceKind.InvalidationPending)]
    [InlineData(EncumbranceKind.AbnormalFlag)]
    public void A_risk_is_no_bar_OL_27(EncumbranceKind kind)
    {
        _patent.Burden(kind);

        Assert.Empty(OpenLicenceBars.Of(_patent, Offers.Today));
    }

    [Fact]
    public void A_burden_bars_only_while_it_stands_OL_26()
    {
        _patent.Burden(EncumbranceKind.OwnershipDispute, until: Offers.Today);

        Assert.Single(OpenLicenceBars.Of(_patent, Offers.Today));
        Assert.Empty(OpenLicenceBars.Of(_patent, Offers.Today.AddDays(1)));
        Assert.Empty(OpenLicenceBars.Of(_patent, Offers.Today.AddDays(-11)));
    }

    [Fact]
    public void A_pledge_bars_until_the_pledgee_consents_OL_24()
    {
        _patent.Burden(EncumbranceKind.Pledge);
        Assert.Null(_patent.RecordPledgeeConsent(_patent.Encumbrances[0].Id, Offers.Today, "质权人同意书", Offers.Today));

        Assert.Empty(OpenLicenceBars.Of(_patent, Offers.Today));
    }

    [Fact]
    public void An_unpaid_annual_fee_bars_in_its_grace_period_OL_23()
    {
        Assert.Null(_patent.RecordStatus(RightAction.MissFee, Offers.Today, "滞纳", Offers.Today));

        Assert.Equal("OL-23", Assert.Single(OpenLicenceBars.Of(_patent, Offers.Today)).Rule);
    }

    [Fact]
    public void A_right_that_ended_bars_and_all_bars_are_named_OL_08()
    {
        _patent.Burden(EncumbranceKind.Preservation);
        _patent.Burden(EncumbranceKind.Pledge);
        Assert.Null(_patent.RecordStatus(RightAction.Invalidate, Offers.Today, "无效决定", Offers.Today));

        Assert.Equal(["OL-08", "OL-22", "OL-24"], OpenLicenceBars.Of(_patent, Offers.Today).Select(bar => bar.Rule));
    }
}
