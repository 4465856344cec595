using IpMarketplace.Kernel.Errors;
using IpMarketplace.Organizations;

namespace IpMarketplace.Tests.Organizations;

public sealed class OrganizationTests
{
    private static readonly OrganizationDetails Mill = new("浙江精工机械有限公司", OrganizationKind.Enterprise, RegionCode: "330100", IndustryCode: "C35",
        Figures: new EnterpriseFigures(120, 5000, null));

    [Fact]
    public void Computes_size_and_province()
    {
        Assert.Null(Organization.Record(Mill, out var mill));
        Assert.Equal((EnterpriseSize.Small, "33"), (mill.Size!.Value, mill.Province));
        Assert.IsType<OrganizationRegistered>(Assert.Single(mill.Events));
    }

    [Theory]
    [InlineData("990000", "C35", "regionCode")]
    [InlineData("33010", "C35", "regionCode")]
    [InlineData("330100", "C44", "industryCode")]
    [InlineData("330100", "35", "industryCode")]
    public void Refuses_codes_that_are_not_in_their_vocabulary_GI_14(string region, string industry, string field)
    {
        var refusal = Assert.IsType<InputInvalid>(Organization.Record(Mill with { RegionCode = region, IndustryCode = industry }, out _));
        Assert.Equal(field, Assert.Single(refusal.Problems).Path);
    }

    [Fact]
    public void Says_nothing_when_nothing_differs()
    {
        Assert.Null(Organization.Record(Mill, out var mill));
        mill.ForgetEvents();

        Assert.Null(mill.Update(Mill));
        Assert.Empty(mill.Events);
        Assert.Null(mill.Update(Mill with { Figures = new EnterpriseFigures(1200, 50_000, null) }));
        Assert.IsType<OrganizationChanged>(Assert.Single(mill.Events));
        Assert.Equal(EnterpriseSize.Large, mill.Size);
    }

    [Fact]
    public void Holds_a_recognition_between_its_days_only()
    {
        Assert.Null(Organization.Record(Mill, out var mill));
        var srdi = RecognitionKind.BuiltIn.Single(kind => kind.Code == "SRDI");

        Assert.IsType<RecognitionUnknown>(mill.Recognise(srdi, "SRDI", new(2020, 1, 1), null, "list"));
        Assert.IsType<RecognitionUnknown>(mill.Recognise(null, "NO_SUCH", new(2024, 1, 1), null, "list"));
        Assert.Empty(mill.Recognitions);
        Assert.Null(mill.Recognise(srdi, "SRDI", new(2023, 1, 1), new(2025, 12, 31), "list"));

        Assert.Equal([false, true, true, false],
            new[] { new DateOnly(2022, 12, 31), new(2023, 1, 1), new(2025, 12, 31), new(2026, 1, 1) }.Select(day => mill.Holds("SRDI", day)));
    }

    [Theory]
    [InlineData("海安县建莲商品混凝土有限公司", "海安县建莲商品混凝土 有限公司")]
    [InlineData("ＡＢＢ（中国）有限公司", "ABB(中国)有限公司")]
    [InlineData("Tongji University", "tongjiuniversity")]
    public void Names_that_people_spell_differently_read_the_same(string one, string other) =>
        Assert.Equal(OrganizationName.Normalize(one), OrganizationName.Normalize(other));

    [Theory]
    [InlineData("中国科学院", OrganizationKind.Institute)]
    [InlineData("天津仁爱学院", OrganizationKind.University)]
    [InlineData("海安县人民医院", OrganizationKind.Hospital)]
    [InlineData("济南锅炉厂", OrganizationKind.Enterprise)]
    [InlineData("张三丰", null)]
    public void The_ending_of_a_name_tells_the_kind(string name, OrganizationKind? kind) => Assert.Equal(kind, KindByName.Of(name));
}
