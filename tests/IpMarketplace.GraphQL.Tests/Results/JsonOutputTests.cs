using System.Buffers;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.Tests.Results;

public sealed class JsonOutputTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("一种图像处理方法 <b>&'", "\"一种图像处理方法 <b>&'\"")]
    [InlineData("a\"b\\c\nd\te\rf\bg\fh\u0001i\u001fj", "\"a\\\"b\\\\c\\nd\\te\\rf\\bg\\fh\\u0001i\\u001fj\"")]
    [InlineData("𠮷", "\"𠮷\"")]
    public void Escapes_only_what_json_demands(string text, string json)
    {
        Assert.Equal(json, Written((ref output) => output.Text(text)));
        Assert.Equal(json, Written((ref output) => output.Utf8Text(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Writes_a_lone_surrogate_as_the_replacement_character() =>
        Assert.Equal("\"a\uFFFD\"", Written((ref output) => output.Text("a\uD800")));

    [Fact]
    public void Long_text_with_pairs_at_every_place_survives()
    {
        var text = string.Concat(Enumerable.Range(0, 5000).Select(i => i % 3 == 0 ? "𠮷" : i % 7 == 0 ? "\"" : "利"));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(Written((ref output) => output.Text(text))));
        Assert.Equal("x" + text, JsonSerializer.Deserialize<string>(Written((ref output) => output.Text("x" + text))));
    }

    [Fact]
    public void Numbers_keep_every_digit()
    {
        Assert.Equal("-9223372036854775808", Written((ref output) => output.Integer(long.MinValue)));
        Assert.Equal(1.7976931348623157e308, double.Parse(Written((ref output) => output.Float(double.MaxValue)), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("0.1", Written((ref output) => output.Float(((FieldValue)0.1f).AsFloat())));
        Assert.Equal("-79228162514264337593543950335", Written((ref output) => output.Decimal(((FieldValue)decimal.MinValue).AsDecimal())));
        Assert.Equal("12.50", Written((ref output) => output.Decimal(((FieldValue)12.50m).AsDecimal())));
    }

    [Fact]
    public void Times_and_days_are_those_of_RFC_3339()
    {
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal("\"2026-03-01T12:00:00+08:00\"", Written((ref output) => output.DateTime(((FieldValue)noon).AsDateTime())));
        Assert.Equal("\"2026-03-01T04:00:00.25Z\"", Written((ref output) => output.DateTime(noon.ToUniversalTime().AddMilliseconds(250))));
        Assert.Equal("\"0987-12-31\"", Written((ref output) => output.Date(((FieldValue)new DateOnly(987, 12, 31)).AsDate())));
    }

    [Fact]
    public void Values_of_any_shape_are_written()
    {
        var value = new Dictionary<string, object?> { ["a"] = new object?[] { 1, null, 2.5, true }, ["b\""] = new Dictionary<string, object?>(), ["c"] = JsonDocument.Parse("[{}]").RootElement };
        Assert.Equal("""{"a":[1,null,2.5,true],"b\"":{},"c":[{}]}""", Written((ref output) => JsonValues.Write(ref output, value)));
    }

    private static string Written(Writing write)
    {
        var buffer = new ArrayBufferWriter<byte>(1);
        var output = new JsonOutput(buffer);
        write(ref output);
        output.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private delegate void Writing(ref JsonOutput output);
}
