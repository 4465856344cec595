using System.Text.Json;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.Tests.TypeSystem;

/// <summary>What each scalar takes and gives (spec 3.5; the conformance cases hold the built-in ones to the letter).</summary>
public sealed class ScalarTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("12.50", "12.50")]
    [InlineData("\"1\"", null)]
    [InlineData("1e40", null)]
    public void Decimal_takes_exact_numbers(string json, string? expected) => Takes(new DecimalType(), json, expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1.5", null)]
    public void Long_takes_64_bits(string json, object? expected) => Takes(new LongType(), json, expected);

    [Theory]
    [InlineData("\"2024-02-29\"", 738944)]
    [InlineData("\"2023-02-29\"", null)]
    [InlineData("\"2024-2-9\"", null)]
    [InlineData("20240229", null)]
    public void LocalDate_takes_days_that_exist(string json, int? dayNumber) => Takes(new LocalDateType(), json, dayNumber is { } number ? DateOnly.FromDayNumber(number) : null);

    [Theory]
    [InlineData("\"2026-05-31T08:30:00Z\"", "2026-05-31T08:30:00.0000000+00:00")]
    [InlineData("\"2026-05-31T16:30:00.25+08:00\"", "2026-05-31T16:30:00.2500000+08:00")]
    [InlineData("\"2026-05-31T08:30:00\"", null)]
    [InlineData("\"2026-05-31\"", null)]
    public void DateTime_takes_instants_with_offset(string json, string? expected)
    {
        Assert.Equal(expected is not null, new DateTimeType().TryParseValue(Json(json), out var value, out _));
        Assert.Equal(expected, value is DateTimeOffset instant ? instant.ToString("O") : null);
    }

    [Theory]
    [InlineData("\"0b1e6f8a-5c1d-4b7e-9f0a-2d3c4b5a6978\"", "0b1e6f8a-5c1d-4b7e-9f0a-2d3c4b5a6978")]
    [InlineData("\"0b1e\"", null)]
    public void UUID_takes_identifiers(string json, string? expected) => Takes(new UuidType(), json, expected is null ? null : Guid.Parse(expected));

    [Theory]
    [InlineData("\"https://example.org/a\"", true)]
    [InlineData("\"a\"", false)]
    [InlineData("\"/a/b\"", false)]
    public void URL_takes_absolute_addresses(string json, bool taken) => Assert.Equal(taken, new UrlType().TryParseValue(Json(json), out _, out _));

    [Fact]
    public void Upload_takes_neither_literals_nor_JSON()
    {
        Assert.False(new UploadType().TryParseLiteral(new StringValueNode("a"), null, out _, out var problem));
        Assert.Equal("Upload takes a file by a variable, not \"a\".", problem);
        Assert.False(new UploadType().TryParseValue(Json("{}"), out _, out _));
    }

    [Fact]
    public void Problems_name_the_value_and_what_would_be_right()
    {
        Assert.False(new IntType().TryParseValue(Json("\"7\""), out _, out var problem));
        Assert.Equal("Int takes a whole number of 32 bits, not \"7\".", problem);
        Assert.False(new LocalDateType().TryParseLiteral(new StringValueNode("soon"), null, out _, out problem));
        Assert.Equal("LocalDate takes a date such as \"2026-05-31\", not \"soon\".", problem);
    }

    [Fact]
    public void Results_keep_their_kind()
    {
        Assert.True(new DecimalType().TryCoerceResult(12.50m, out var money, out _));
        Assert.Equal((FieldValueKind.Decimal, "12.50"), (money.Kind, money.AsDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.True(new UuidType().TryCoerceResult(FieldValue.From(Guid.Empty), out var id, out _));
        Assert.Equal("00000000-0000-0000-0000-000000000000", id.AsText());
        Assert.False(new LocalDateType().TryCoerceResult("soon", out _, out _));
    }

    [Fact]
    public void Any_refuses_numbers_that_it_could_not_give_back()
    {
        Assert.False(new AnyType().TryParseLiteral(Utf8GraphQLParser.ParseValue("[1e400]"), null, out _, out var literal));
        Assert.False(new AnyType().TryParseValue(Json("""{ "a": 1e400 }"""), out _, out var json));
        Assert.Equal("Any takes numbers of double precision (IEEE 754), and 1e400 is larger than any.", literal);
        Assert.Equal(literal, json);
    }

    [Fact]
    public void Any_takes_literals_and_JSON_as_plain_values()
    {
        Assert.True(new AnyType().TryParseLiteral(Utf8GraphQLParser.ParseValue("{ a: [1, 2.5, X], b: null }"), null, out var literal, out _));
        Assert.True(new AnyType().TryParseValue(Json("""{ "a": [1, 2.5, "X"], "b": null }"""), out var json, out _));

        foreach (var value in new[] { literal, json })
        {
            var members = Assert.IsType<Dictionary<string, object?>>(value);
            Assert.Equal([1, 2.5, "X"], Assert.IsType<object?[]>(members["a"]));
            Assert.Null(members["b"]);
        }
    }

    private static void Takes(ScalarType type, string json, object? expected)
    {
        Assert.Equal(expected is not null, type.TryParseValue(Json(json), out var value, out var problem));
        Assert.Equal(expected, value);
        Assert.Equal(expected is null, problem is not null);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
