using IpMarketplace.Kernel.Errors;
using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Patents;

/// <summary>What burdens a right (domain.md 9.1, OL-20 to OL-27).</summary>
public sealed class EncumbranceTests
{
    private static readonly DateOnly Today = APatent.Today;

    [Theory]
    [InlineData(EncumbranceKind.ExclusiveLicence, true)]
    [InlineData(EncumbranceKind.SoleLicence, true)]
    [InlineData(EncumbranceKind.OwnershipDispute, true)]
    [InlineData(EncumbranceKind.Preservation, true)]
    [InlineData(EncumbranceKind.Pledge, true)]
    [InlineData(EncumbranceKind.OtherHindrance, true)]
    [InlineData(EncumbranceKind.InvalidationPending, false)]
    [InlineData(EncumbranceKind.AbnormalFlag, false)]
    public void Bars_an_open_licence_while_it_stands_OL_20_to_OL_27(EncumbranceKind kind, bool bars)
    {
        var encumbrance = Recorded(APatent.InForce(), new(kind, new(2026, 1, 5), "evidence", Until: new(2026, 6, 30), Reason: "reason"));

        Assert.Equal([false, bars, bars, false],
            new[] { new DateOnly(2026, 1, 4), new(2026, 1, 5), new(2026, 6, 30), new(2026, 7, 1) }.Select(encumbrance.BarsOpenLicenceOn));
    }

    [Theory]
    [InlineData("2025-12-01", "2025-12-31", false)]
    [InlineData("2025-12-01", "2026-01-05", true)]
    [InlineData("2026-01-10", null, true)]
    [InlineData("2026-02-01", "2026-12-31", false)]
    public void Exclusive_and_sole_licences_do_not_overlap_GI_02(string from, string? until, bool overlaps)
    {
        var patent = APatent.InForce();
        Recorded(patent, new(EncumbranceKind.ExclusiveLicence, new(2026, 1, 5), "contract 1", Until: new(2026, 1, 31)));

        var refusal = patent.RecordEncumbrance(new(EncumbranceKind.SoleLicence, Day(from), "contract 2", Until: until is null ? null : Day(until)), Today, out _);

        Assert.Equal(overlaps, refusal is InputInvalid);

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_pledge_bars_until_the_pledgee_consents_OL_24()
    {
        var patent = APatent.InForce();
        var pledge = Recorded(patent, new(EncumbranceKind.Pledge, new(2026, 1, 5), "pledge 1"));
        Assert.Null(patent.RecordPledgeeConsent(pledge.Id, new(2026, 2, 1), "letter", Today));

        Assert.Equal([true, false], new[] { new DateOnly(2026, 1, 31), new(2026, 2, 1) }.Select(pledge.BarsOpenLicenceOn));
    }

    [Fact]
    public void A_dispute_suspends_for_a_year_unless_extended_OL_26()
    {
        var patent = APatent.InForce();
        var dispute = Recorded(patent, new(EncumbranceKind.OwnershipDispute, new(2025, 3, 10), "request"));
        Assert.Equal(new DateOnly(2026, 3, 10), dispute.Until);

        Assert.IsType<EncumbranceNotChangeable>(patent.ExtendEncumbrance(dispute.Id, new(2026, 3, 10), "decision", Today));
        Assert.Null(patent.ExtendEncumbrance(dispute.Id, new(2026, 9, 10), "decision", Today));
        Assert.Equal(new DateOnly(2026, 9, 10), dispute.Until);
        Assert.IsType<EncumbranceNotChangeable>(patent.ExtendEncumbrance(dispute.Id, new(2026, 12, 10), "decision", new(2026, 9, 11)));
    }

    [Fact]
    public void Lifted_it_no_longer_stands_from_that_day()
    {
        var patent = APatent.InForce();
        var preservation = Recorded(patent, new(EncumbranceKind.Preservation, new(2026, 1, 5), "order"));
        Assert.Null(patent.LiftEncumbrance(preservation.Id, new(2026, 2, 10), "order 2", Today));

        Assert.Equal([true, false], new[] { new DateOnly(2026, 2, 9), new(2026, 2, 10) }.Select(preservation.StandsOn));
        Assert.IsType<EncumbranceNotChangeable>(patent.LiftEncumbrance(preservation.Id, new(2026, 2, 11), "order 3", Today));
    }

    [Fact]
    public void Needs_evidence_and_a_hindrance_its_reason_INV_03_OL_25()
    {
        var patent = APatent.InForce();
        patent.ForgetEvents();

        Assert.IsType<EvidenceRequired>(patent.RecordEncumbrance(new(EncumbranceKind.Pledge, Today, " "), Today, out _));
        Assert.IsType<InputInvalid>(patent.RecordEncumbrance(new(EncumbranceKind.OtherHindrance, Today, "file 1"), Today, out _));
        Assert.IsType<InputInvalid>(patent.RecordEncumbrance(new(EncumbranceKind.Pledge, Today.AddDays(1), "file 1"), Today, out _));
        Assert.IsType<NotFound>(patent.LiftEncumbrance(77, Today, "file 1", Today));

        Assert.Empty(patent.Encumbrances);
        Assert.Empty(patent.Events);
    }

    private static Encumbrance Recorded(Patent patent, EncumbranceDetails details)
    {
        Assert.Null(patent.RecordEncumbrance(details, Today, out var encumbrance));
        return encumbrance!;
    }
}
