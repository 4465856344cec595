using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Patents;

/// <summary>IPC, Locarno and WIPO fields (domain.md 5.1, 5.2).</summary>
public sealed class ClassificationTests
{
    [Theory]
    [InlineData("H02K17/02", "H02K 17/02")]
    [InlineData("h01m 10/0525", "H01M 10/0525")]
    [InlineData("A61K36/88（2006.01）I", "A61K 36/88")]
    [InlineData("Ａ６１Ｋ３６／８８", "A61K 36/88")]
    [InlineData("E", null)]
    [InlineData("Y02E10/50", null)]
    [InlineData("H01M10", null)]
    public void An_ipc_symbol_is_written_in_one_way(string text, string? symbol) => Assert.Equal(symbol, IpcSymbol.Normalize(text));

    [Theory]
    [InlineData("G06F16/3329", "G06F 16/00")]
    [InlineData("Y02E10/50", null)]
    [InlineData("B29K2105/12", null)]
    public void A_cpc_symbol_gives_its_ipc_main_group(string text, string? group) => Assert.Equal(group, IpcSymbol.MainGroupOfCpc(text));

    [Theory]
    [InlineData("09-01-B0123", "09-01")]
    [InlineData("09-01", "09-01")]
    [InlineData("9-1", null)]
    public void A_locarno_class_loses_its_running_number(string text, string? code) => Assert.Equal(code, LocarnoClass.Normalize(text));

    [Theory]
    [InlineData("G06F 16/00", 6)]
    [InlineData("G06Q 10/06", 7)]
    [InlineData("G01N 21/00", 10)]
    [InlineData("G01N 33/50", 11)]
    [InlineData("G01T 1/00", 24)]
    [InlineData("A61K 8/97", 14)]
    [InlineData("A61K 36/88", 16)]
    [InlineData("H04N 21/43", 4)]
    [InlineData("H04N 7/18", 3)]
    [InlineData("H04N 5/225", 2)]
    [InlineData("B01D 53/14", 24)]
    [InlineData("B01D 5/00", 23)]
    [InlineData("E01F 8/00", 24)]
    [InlineData("E01F 9/00", 35)]
    [InlineData("H10K 50/00", 8)]
    [InlineData("F21V 1/00", 1)]
    [InlineData("G21C 1/00", 27)]
    [InlineData("D06F 1/00", 34)]
    [InlineData("D06M 1/00", 28)]
    public void The_longest_prefix_names_the_field(string symbol, int field) => Assert.Equal(field, WipoField.NumberOf(symbol));

    [Fact]
    public void A_symbol_without_field_has_none() => Assert.Null(WipoField.NumberOf("G99Z 99/00"));

    [Fact]
    public void The_fields_stand_in_the_order_of_their_numbers() => Assert.Equal(Enumerable.Range(1, 35), WipoField.All.Select(field => field.Number));
}
