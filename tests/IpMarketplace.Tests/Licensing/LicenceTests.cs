using IpMarketplace.Kernel.Errors;
using IpMarketplace.Licensing;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;
using IpMarketplace.Tests.OpenLicensing;
using static IpMarketplace.Licensing.LicenceState;

namespace IpMarketplace.Tests.Licensing;

public sealed class LicenceTests
{
    private static readonly Dictionary<LicenceState, LicenceAction[]> Expected = new()
    {
        [Effective] = [LicenceAction.ReportBreach, LicenceAction.Terminate],
        [Breached] = [LicenceAction.RecordCure, LicenceAction.Terminate],
        [Ended] = [],
        [TerminatedEarly] = [],
        [Voided] = [],
    };

    private static readonly Dictionary<RecordalState, RecordalAction[]> ExpectedRecordal = new()
    {
        [RecordalState.NotFiled] = [RecordalAction.File],
        [RecordalState.Filed] = [RecordalAction.RecordCorrection, RecordalAction.Record, RecordalAction.RecordRefusal],
        [RecordalState.Correction] = [RecordalAction.File],
        [RecordalState.Recorded] = [RecordalAction.Deregister],
        [RecordalState.Refused] = [],
        [RecordalState.Deregistered] = [],
    };

    private readonly Patent _patent = Offers.APatentOf();

    [Fact]
    public void Takes_exactly_the_steps_of_the_table()
    {
        foreach (var state in Expected.Keys)
        {
            foreach (var action in new[] { LicenceAction.ReportBreach, LicenceAction.RecordCure, LicenceAction.Terminate })
            {
                var licence = LicenceIn(state);
                var refusal = Do(action, licence);
                Assert.Equal(Expected[state].Contains(action), refusal is null);
                Assert.Equal(refusal is null ? 1 : 0, licence.Transitions.Count);
            }
        }
    }

    [Fact]
    public void Its_recordal_takes_exactly_the_steps_of_the_table()
    {
        foreach (var state in ExpectedRecordal.Keys)
        {
            foreach (var action in Enum.GetValues<RecordalAction>())
            {
                var licence = RecordalIn(state);
                var refusal = Do(action, licence);
                Assert.Equal(ExpectedRecordal[state].Contains(action), refusal is null);
                Assert.Equal(refusal is null ? 1 : 0, licence.Transitions.Count);
            }
        }
    }

    [Fact]
    public void An_open_licence_is_ordinary_not_sublicensable_and_ends_with_the_declared_period_INV_60_INV_61()
    {
        var licence = Licence.Open(Requests.Sent(_patent, FeeTerms.Free, start: new(2026, 5, 1)));

        Assert.Equal((LicenceType.Open, false), (licence.Type, licence.MaySublicense));
        Assert.Equal((new DateOnly(2026, 5, 1), new DateOnly(2030, 12, 31)), (licence.StartsOn, licence.EndsOn));
        Assert.True(licence.EndsOn <= _patent.ExpiryDate);
        Assert.Equal("ZL202010123456.2", Assert.Single(licence.Patents).PatentNumber);
    }

    [Fact]
    public void There_is_none_without_an_effective_request_INV_42() =>
        Assert.Throws<InvalidOperationException>(() => Licence.Open(Requests.Sent(_patent, Offers.LumpSum(1m))));

    [Fact]
    public void Its_recordal_is_due_after_three_months_by_the_legal_calendar_and_late_filing_is_only_flagged_OL_61_INV_62()
    {
        var licence = Requests.ALicence(_patent);

        Assert.Equal(new DateOnly(2026, 6, 2), licence.RecordalDueOn);
        Assert.False(licence.IsRecordalOverdue(new(2026, 6, 2)));
        Assert.True(licence.IsRecordalOverdue(new(2026, 6, 3)));
        Assert.Null(licence.FileRecordal([_patent], new(2026, 6, 3), "通知与凭证", new(2026, 6, 3)));
        Assert.False(licence.IsRecordalOverdue(new(2026, 6, 4)));
        Assert.Equal(Effective, licence.State);
    }

    [Fact]
    public void What_CNIPA_would_refuse_is_not_filed_RC_09()
    {
        var licence = Requests.ALicence(_patent);
        _patent.Burden(EncumbranceKind.Preservation);
        _patent.Burden(EncumbranceKind.Pledge);
        Assert.Null(_patent.RecordStatus(RightAction.MissFee, Offers.Today, "滞纳", Offers.Today));
        Assert.Null(_patent.SetOwners([PatentOwner.External("受让人", IpMarketplace.Organizations.OrganizationKind.Enterprise, 100)]));

        var refusal = Assert.IsType<RecordalWouldBeRefused>(licence.FileRecordal([_patent], Offers.Today, "通知", Offers.Today));

        Assert.Equal(["(2)", "(6)", "(7)", "(9)"], refusal.Grounds.Select(ground => ground[..3]));
        Assert.Equal(RecordalState.NotFiled, licence.Recordal);
    }

    [Fact]
    public void Is_recorded_with_number_and_certificate_not_before_it_was_filed_RC_08()
    {
        var licence = RecordalIn(RecordalState.Filed);

        Assert.IsType<InputInvalid>(licence.Record("X2026330000001", Offers.Today.AddDays(-1), "证明", Offers.Today));
        Assert.Null(licence.Record("X2026330000001", Offers.Today, "证明", Offers.Today));
        Assert.Equal((RecordalState.Recorded, "X2026330000001"), (licence.Recordal, licence.RecordalNumber));
        Assert.IsType<LicenceRecorded>(licence.Events.Single());
    }

    [Fact]
    public void Ends_after_its_last_day()
    {
        var licence = Requests.ALicence(_patent);

        licence.Review([_patent], licence.EndsOn);
        Assert.Equal(Effective, licence.State);
        licence.Review([_patent], licence.EndsOn.AddDays(1));
        Assert.Equal((Ended, licence.EndsOn), (licence.State, licence.EndedOn));
    }

    [Theory]
    [InlineData(RightAction.Invalidate, Voided, false)]
    [InlineData(RightAction.Surrender, Ended, true)]
    public void Ends_with_the_right_and_flags_what_the_licensor_owed_OL_37_OL_76(RightAction end, LicenceState state, bool maintenanceFailed)
    {
        var licence = Requests.ALicence(_patent);
        Assert.Null(_patent.RecordStatus(end, Offers.Today, "公告", Offers.Today));

        licence.Review([_patent], Offers.Today);

        Assert.Equal((state, maintenanceFailed), (licence.State, licence.MaintenanceFailed));
    }

    [Fact]
    public void Neither_a_bar_nor_an_overdue_fee_nor_a_new_owner_touches_it_GI_05()
    {
        var licence = Requests.ALicence(_patent);
        licence.ForgetEvents();
        _patent.Burden(EncumbranceKind.Preservation);
        Assert.Null(_patent.RecordStatus(RightAction.MissFee, Offers.Today, "滞纳", Offers.Today));
        Assert.Null(_patent.SetOwners([PatentOwner.External("受让人", IpMarketplace.Organizations.OrganizationKind.Enterprise, 100)]));

        licence.Review([_patent], Offers.Today);

        Assert.Equal(Effective, licence.State);
        Assert.Empty(licence.Transitions);
    }

    [Fact]
    public void A_breach_is_cured_by_the_other_side_or_ends_the_licence_for_who_reported_it()
    {
        var licence = LicenceIn(Breached);

        Assert.IsType<NotTheEntitledParty>(licence.RecordCure(LicenceParty.Licensor, "证据"));
        Assert.IsType<NotTheEntitledParty>(licence.Terminate(LicenceParty.Licensor, "违约", "通知", Offers.Today.AddDays(30)));
        Assert.IsType<NotTheEntitledParty>(licence.Terminate(LicenceParty.Licensee, "违约", "通知", Offers.Today.AddDays(31)));
        Assert.Null(licence.Terminate(LicenceParty.Licensor, "违约", "通知", Offers.Today.AddDays(31)));
        Assert.Equal(TerminatedEarly, licence.State);
        Assert.Null(LicenceIn(Breached).RecordCure(LicenceParty.Licensee, "补缴凭证"));
    }

    private Licence LicenceIn(LicenceState state)
    {
        var licence = Requests.ALicence(_patent);
        switch (state)
        {
            case Breached:
                Assert.Null(Do(LicenceAction.ReportBreach, licence));
                break;
            case Ended:
                licence.Review([_patent], licence.EndsOn.AddDays(1));
                break;
            case TerminatedEarly:
                Assert.Null(Do(LicenceAction.Terminate, licence));
                break;
            case Voided:
                var dead = Offers.APatentOf();
                Assert.Null(dead.RecordStatus(RightAction.Invalidate, Offers.Today, "无效决定", Offers.Today));
                licence.Review([dead], Offers.Today);
                break;
        }
        Assert.Equal(state, licence.State);
        licence.ForgetEvents();
        return licence;
    }

    private Licence RecordalIn(RecordalState state)
    {
        var licence = state == RecordalState.Deregistered || state == RecordalState.Recorded ? LicenceIn(TerminatedEarly) : LicenceIn(Effective);
        RecordalAction[] steps = state switch
        {
            RecordalState.Filed => [RecordalAction.File],
            RecordalState.Correction => [RecordalAction.File, RecordalAction.RecordCorrection],
            RecordalState.Recorded => [RecordalAction.File, RecordalAction.Record],
            RecordalState.Refused => [RecordalAction.File, RecordalAction.RecordRefusal],
            RecordalState.Deregistered => [RecordalAction.File, RecordalAction.Record, RecordalAction.Deregister],
            _ => [],
        };
        foreach (var step in steps)
        {
            Assert.Null(Do(step, licence));
        }
        Assert.Equal(state, licence.Recordal);
        licence.ForgetEvents();
        return licence;
    }

    private static Refusal? Do(LicenceAction action, Licence licence) => action switch
    {
        LicenceAction.ReportBreach => licence.ReportBreach(LicenceParty.Licensor, "证据", Offers.Today.AddDays(30), Offers.Today),
        LicenceAction.RecordCure => licence.RecordCure(LicenceParty.Licensee, "凭证"),
        _ => licence.Terminate(LicenceParty.Licensor, "双方同意", "协议", Offers.Today.AddDays(31)),
    };

    private Refusal? Do(RecordalAction action, Licence licence) => action switch
    {
        RecordalAction.File => licence.FileRecordal([_patent], Offers.Today, "通知与凭证", Offers.Today),
        RecordalAction.RecordCorrection => licence.RecordRecordalCorrection("请补正"),
        RecordalAction.Record => licence.Record("X2026330000001", Offers.Today, "证明", Offers.Today),
        RecordalAction.RecordRefusal => licence.RecordRecordalRefusal("(4) 许可期限超过专利权有效期"),
        _ => licence.Deregister("注销通知"),
    };
}
