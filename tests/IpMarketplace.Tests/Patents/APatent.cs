using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Patents;

/// <summary>Patents to test with.</summary>
internal static class APatent
{
    public static readonly PatentNumber Number = Parse("202010123456.2");

    public static readonly DateOnly Today = new(2026, 3, 2);

    public static PatentDetails Details(PatentNumber? number = null) => new(
        (number ?? Number).Kind,
        "一种锂离子电池负极材料及其制备方法",
        number ?? Number,
        Abstract: "摘要",
        FilingDate: new DateOnly((number ?? Number).Year, 3, 15),
        IpcSymbols: (number ?? Number).Kind == PatentKind.Design ? [] : ["H01M 10/0525", "C01B 32/05"]);

    public static Patent Pending(PatentNumber? number = null)
    {
        Assert.Null(Patent.Record(Details(number), Today, out var patent));
        return patent;
    }

    public static Patent InForce(PatentNumber? number = null)
    {
        var patent = Pending(number);
        Assert.Null(patent.RecordStatus(RightAction.Grant, patent.FilingDate!.Value.AddDays(782), "CNIPA gazette 38-18", Today));
        return patent;
    }

    public static PatentNumber Parse(string number) =>
        PatentNumber.TryParse(number, out var parsed, out var problem) ? parsed : throw new ArgumentException(problem, nameof(number));
}
