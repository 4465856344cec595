using IpMarketplace.Kernel.Errors;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Patents;

public sealed class PatentTests
{
    private static readonly DateOnly Today = APatent.Today;

    [Fact]
    public void Is_pending_and_unconfirmed_until_something_is_shown()
    {
        var patent = APatent.Pending();
        Assert.Equal((RightStatus.Pending, null, new DateOnly(2040, 3, 14)), (patent.Status, patent.StatusConfirmedOn, patent.ExpiryDate!.Value));
        Assert.IsType<PatentRecorded>(Assert.Single(patent.Events));
    }

    public static TheoryData<PatentDetails, string> Wrong()
    {
        var right = APatent.Details();
        return new TheoryData<PatentDetails, string>
        {
            { right with { Kind = PatentKind.UtilityModel }, "number" },
            { right with { Number = null }, "number" },
            { right with { Number = APatent.Parse("202710000001.3") }, "number" },
            { right with { Title = " " }, "title" },
            { right with { FilingDate = new(2021, 1, 4) }, "filingDate" },
            { right with { PublicationDate = new(2019, 1, 4) }, "publicationDate" },
            { right with { IpcSymbols = ["H01M10/0525"] }, "ipcSymbols" },
            { right with { LocarnoClasses = ["09-01"] }, "ipcSymbols" },
            { right with { IndustryCodes = ["Z99"] }, "industryCodes" },
            { right with { ReadinessLevel = 10 }, "readinessLevel" },
            { right with { TermCompensationDays = -1 }, "termCompensationDays" },
        };
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Refuses_what_cannot_be_GI_14(PatentDetails details, string field)
    {
        var refusal = Assert.IsType<InputInvalid>(Patent.Record(details, Today, out _));
        Assert.Equal(field, Assert.Single(refusal.Problems).Path);
    }

    [Fact]
    public void A_divisional_application_has_its_parents_earlier_filing_date() =>
        Assert.Null(Patent.Record(APatent.Details() with { FilingDate = new(2018, 4, 9) }, Today, out _));

    [Fact]
    public void Learns_what_is_new_forgets_nothing_and_says_nothing_when_nothing_differs()
    {
        var patent = APatent.Pending();
        patent.ForgetEvents();

        Assert.Null(patent.Update(APatent.Details(), Today));
        Assert.Null(patent.Update(new PatentDetails(PatentKind.Invention, patent.Title, patent.Number), Today));
        Assert.Empty(patent.Events);
        Assert.Equal("摘要", patent.Text!.Abstract);

        Assert.Null(patent.Update(new PatentDetails(PatentKind.Invention, patent.Title, patent.Number, ReadinessLevel: 5), Today));
        Assert.IsType<PatentChanged>(Assert.Single(patent.Events));
        Assert.Equal(Maturity.Prototype, patent.Maturity);
    }

    [Theory]
    [InlineData(99.99)]
    [InlineData(100.01)]
    public void Shares_sum_to_100_INV_140(double second)
    {
        var patent = APatent.Pending();
        Assert.Null(patent.SetOwners([PatentOwner.External("甲", OrganizationKind.Enterprise, 100)]));

        var refusal = patent.SetOwners([PatentOwner.External("甲", OrganizationKind.Enterprise, 0.5m), PatentOwner.External("乙", OrganizationKind.Enterprise, (decimal)second - 0.5m)]);

        Assert.Equal(new SharesMustSumTo100((decimal)second), refusal);
        Assert.Equal("甲", Assert.Single(patent.Owners).Name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Equal_shares_sum_to_100_INV_140(int owners) =>
        Assert.Equal(100m, Enumerable.Range(0, owners).Sum(index => PatentOwner.EqualShare(index, owners)));

    [Fact]
    public void Natural_persons_are_not_named_GI_10()
    {
        var person = PatentOwner.Person(100);
        Assert.Equal((PatentOwner.NaturalPerson, true), (person.Name, person.IsNaturalPerson));
    }

    [Fact]
    public void Only_utility_models_and_designs_have_an_evaluation_report_OL_05()
    {
        var report = new EvaluationReport(new(2025, 1, 6), EvaluationConclusion.Meets, "W2025-1");
        Assert.IsType<InputInvalid>(APatent.InForce().RecordEvaluationReport(report, Today));

        var model = APatent.InForce(APatent.Parse("201220249767.4"));
        Assert.IsType<EvidenceRequired>(model.RecordEvaluationReport(report with { Reference = "" }, Today));
        Assert.Null(model.RecordEvaluationReport(report, Today));
        Assert.Equal(report, model.EvaluationReport);
    }
}
