using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Patents;

/// <summary>ZC 0006-2003 (domain.md 5.7, GI-14).</summary>
public sealed class PatentNumberTests
{
    [Theory]
    [InlineData("201310699744.2", "201310699744.2", PatentKind.Invention, 2013)]
    [InlineData("ZL200410033401.3", "200410033401.3", PatentKind.Invention, 2004)]
    [InlineData("CN95115608.X", "95115608.X", PatentKind.Invention, 1995)]
    [InlineData("97101765.4", "97101765.4", PatentKind.Invention, 1997)]
    [InlineData("zl 2020 1 0123456.2", "202010123456.2", PatentKind.Invention, 2020)]
    [InlineData("２０１９１０００００１．９", null, PatentKind.Invention, 0)]
    [InlineData("２０１９１００００００１．９", "201910000001.9", PatentKind.Invention, 2019)]
    [InlineData("2023100000000", "202310000000.0", PatentKind.Invention, 2023)]
    [InlineData("CN201220249767.4", "201220249767.4", PatentKind.UtilityModel, 2012)]
    [InlineData("CN01209524.9", "01209524.9", PatentKind.UtilityModel, 2001)]
    [InlineData("CN88301257.X", "88301257.X", PatentKind.Design, 1988)]
    public void Reads_every_form(string text, string? normalized, PatentKind kind, int year)
    {
        Assert.Equal(normalized is not null, PatentNumber.TryParse(text, out var number, out _));
        if (number is not null)
        {
            Assert.Equal((normalized, kind, year, "ZL" + normalized), (number.Value, number.Kind, number.Year, number.AsPatentNumber()));
        }
    }

    [Theory]
    [InlineData("201310699744.3", "The check digit of 201310699744 is 2, not 3.")]
    [InlineData("201340699744.2", "The digit 4 names no kind of patent.")]
    [InlineData("70101765.4", "The number 70101765 names a year before 1985, when there were no patents.")]
    [InlineData("x9c3d81fcf21d", "A patent number has 12 digits (year, kind, serial) or, before October 2003, 8, then a dot and the check digit, such as ZL201310699744.2.")]
    [InlineData("", "A patent number has 12 digits (year, kind, serial) or, before October 2003, 8, then a dot and the check digit, such as ZL201310699744.2.")]
    public void Refuses_everything_else_and_says_why(string text, string why)
    {
        Assert.False(PatentNumber.TryParse(text, out _, out var problem));
        Assert.Equal(why, problem);
    }

    [Theory]
    [InlineData("CN85102475", "85102475.0")]
    [InlineData("201310699744", "201310699744.2")]
    [InlineData("2013106997442", null)]
    [InlineData("CN117151122A", null)]
    public void Completes_a_number_without_its_check_digit(string text, string? completed) =>
        Assert.Equal(completed, PatentNumber.Complete(text)?.Value);

    [Theory]
    [InlineData("CN117151122A", PatentKind.Invention, false)]
    [InlineData("cn 202644312 U", PatentKind.UtilityModel, true)]
    [InlineData("CN1034567C", PatentKind.Invention, true)]
    [InlineData("CN302644312S", PatentKind.Design, true)]
    public void Publication_numbers_name_kind_and_stage(string text, PatentKind kind, bool grant)
    {
        Assert.True(PublicationNumber.TryParse(text, out var number, out _));
        Assert.Equal((kind, grant), (number.Kind, number.AnnouncesGrant));
    }

    [Theory]
    [InlineData("US117151122A")]
    [InlineData("CN417151122A")]
    [InlineData("CN117151122")]
    public void Other_publication_numbers_are_refused(string text) =>
        Assert.False(PublicationNumber.TryParse(text, out _, out _));
}
