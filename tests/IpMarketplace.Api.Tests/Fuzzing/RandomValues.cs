using System.Globalization;
using System.Text.Json;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.Api.Tests.Fuzzing;

/// <summary>Values for arguments, as JSON: mostly what a client would send, often enough what nobody should.</summary>
internal sealed class RandomValues(Random random, Harvest harvest)
{
    private const int Deepest = 6;
    private const string CreditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly string[] Hostile =
    [
        "", " ", "\0", "a\0b", "\u202Egnp.exe", "\u200B\u200D\uFEFF", "\uD83D", "x\uDE00y", "%", "_", "%_[^]\\'\"", "'; DROP TABLE \"Patents\"; --", "\r\n\t", "<script>alert(1)</script>",
        "e\u0301\u0301\u0301", "\uFDFA\uFDFA", "😀", "𬭩", "\uFFFF\uFDD0", "0", "-1", "1e400", "null", new('专', 300), new('%', 9_999), new('a', 12_000), new('\u0301', 5_000),
    ];

    private static readonly string[] Usual = ["证据 2026-1", "技术转移办公室", "GZSL-2026-1", "示范企业 Demo Enterprise", "锂电池", "lithium battery", "西湖", "33", "H", "H01M 10/0525", "C35", "42-09"];

    private static readonly string[] Numbers = ["0", "-1", "0.01", "0.005", "1", "50000", "99999999999.99", "100000000001", "9999999999999999.99", "1e16", "1e20", "922337203685477580", "-79228162514264337593543950335", "1e400"];

    private static readonly string[] Days = ["0001-01-01", "9999-12-31", "1899-12-31", "1900-01-01", "2200-12-31", "2024-02-29", "2025-02-29", "1984-12-31", "nonsense"];

    private static readonly string[] PastDays = ["from", "filedOn", "announcedOn", "on", "effectiveOn", "recordedOn", "paidOn", "date"];

    /// <summary>Today, as far as requests are concerned.</summary>
    public DateOnly Today { get; set; }

    /// <summary>Whether values are such as a client would send; a walk of hostile ones alone would never get past the first check.</summary>
    public bool IsCalm { get; set; }

    /// <summary>A value of a type for an argument or input field of that name.</summary>
    public object? Of(string name, IType type, int depth = 0)
    {
        if (type is not NonNullType && (Chance(IsCalm ? 8 : 3) || depth > Deepest))
        {
            return Chance(2) ? Absent : null;
        }
        return type.Nullable switch
        {
            _ when !IsCalm && Chance(60) => Misfit(),
            ListType list => Enumerable.Range(0, random.Next(4)).Select(_ => Of(name, list.Item, depth + 1)).Where(item => item != Absent).ToArray(),
            EnumType values => values.Values[random.Next(values.Values.Length)].Name,
            InputObjectType { Name: "FeeTermsInput" } fee when !Chance(5) => Fee(fee),
            InputObjectType input => Object(input, depth),
            _ => Scalar(name, type.NamedType.Name),
        };
    }

    /// <summary>Stands for a member that is not given.</summary>
    public static object Absent { get; } = new();

    /// <summary>Whether something happens that happens once in so many times.</summary>
    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private Dictionary<string, object?> Object(InputObjectType type, int depth)
    {
        var members = new Dictionary<string, object?>();
        foreach (var field in type.Fields)
        {
            var isSeldom = field.Name is "expectedVersion" or "idempotencyKey" && !Chance(8);
            if (!isSeldom && Of(field.Name, field.Type, depth + 1) is var value && value != Absent && !(field.Type is NonNullType && !IsCalm && Chance(100)))
            {
                members[field.Name] = value;
            }
        }
        return members;
    }

    // Terms that hold together, or few declarations would ever be more than a draft.
    private Dictionary<string, object?> Fee(InputObjectType type)
    {
        var structure = ((EnumType)type.Fields.Single(field => field.Name == "structure").Type.NamedType).Values[random.Next(((EnumType)type.Fields.Single(field => field.Name == "structure").Type.NamedType).Values.Length)].Name;
        var fee = new Dictionary<string, object?> { ["structure"] = structure };
        if (structure is "LUMP_SUM" or "INSTALMENTS" or "ENTRY_PLUS_ROYALTY")
        {
            fee["fixedAmount"] = random.Next(1, 9_000_000) / 100m;
        }
        if (structure == "INSTALMENTS")
        {
            (fee["instalmentCount"], fee["instalmentMonths"]) = (random.Next(2, 61), random.Next(1, 13));
        }
        if (structure is "ROYALTY" or "ENTRY_PLUS_ROYALTY")
        {
            (fee["royaltyPercent"], fee["royaltyBase"]) = (random.Next(1, 4_000) / 100m, "NET_SALES");
        }
        return fee;
    }

    private object? Scalar(string name, string type) => type switch
    {
        "ID" => Id(name),
        "Int" => name is "first" or "last" ? random.Next(-1, Chance(20) ? 1_000_000 : 6) : !IsCalm && Chance(3) ? Pick([0, -1, int.MaxValue, int.MinValue, 10]) : random.Next(1, 36),
        "Boolean" => Chance(2),
        "Decimal" => Raw(IsCalm || Chance(2) ? harvest.Amount() : Pick(Numbers)),
        "LocalDate" => Day(name),
        _ => Text(name),
    };

    private string Day(string name) =>
        !IsCalm && Chance(4) ? Pick(Days)
        : name == "pricePostedOn" ? Written(Today.AddDays(-random.Next(16, 40)))
        : PastDays.Contains(name) ? Written(IsCalm && !Chance(4) ? Today : Today.AddDays(-random.Next(60)))
        : Written(Today.AddDays(random.Next(IsCalm ? 1 : -30, 2_000)));

    private object Id(string name)
    {
        if (!IsCalm && Chance(8))
        {
            return Chance(2) ? Pick(Hostile) : random.Next();
        }
        var type = name switch
        {
            "id" or "ids" => null,
            "owners" => "Organization",
            _ when name.EndsWith("Id", StringComparison.Ordinal) => $"{char.ToUpperInvariant(name[0])}{name[1..^2]}",
            _ => null,
        };
        return harvest.Id(!IsCalm && Chance(20) ? null : type) ?? "UGF0ZW50OjE";
    }

    private string Text(string name)
    {
        if (!IsCalm && Chance(3))
        {
            return Pick(Hostile);
        }
        return name switch
        {
            "industries" or "industryCode" => Pick(["C35", "C38", "C39", "I65"]),
            "regionCode" => Pick(["330100", "350100", "110000"]),
            "creditCode" => CreditCode(),
            "userName" => $"user{random.Next(100_000)}@fuzz.example",
            "password" => "demo-market-2026",
            "ipcSection" or "sections" => Pick(["A", "H", "Z"]),
            "province" or "provinces" => Pick(["33", "11", "99"]),
            "idempotencyKey" => $"key-{random.Next(50)}",
            "applicationFields" => Pick(["储能", "工业检测"]),
            _ => Pick(Usual),
        };
    }

    private string CreditCode()
    {
        var body = $"91330100{string.Concat(Enumerable.Range(0, 9).Select(_ => CreditCodeAlphabet[random.Next(CreditCodeAlphabet.Length)]))}";
        var (sum, weight) = (0, 1);
        foreach (var character in body)
        {
            sum += CreditCodeAlphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return body + CreditCodeAlphabet[(31 - (sum % 31)) % 31];
    }

    private object? Misfit() => random.Next(6) switch
    {
        0 => null,
        1 => true,
        2 => Raw("1e999"),
        3 => new object?[] { null, "x" },
        4 => new Dictionary<string, object?> { ["unknown"] = 1 },
        _ => Pick(Hostile),
    };

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static RawNumber Raw(string number) => new(number);
}

/// <summary>A number as it is to be sent, though no type of C# holds it.</summary>
internal sealed record RawNumber(string Text);

/// <summary>Random values as text: JSON for variables, literals for documents.</summary>
internal static class RandomValueText
{
    public static string Json(object? value) => Write(value, name => $"\"{name}\"", quoteNames: true);

    public static string Literal(object? value, IType type) => value switch
    {
        string name when type.Nullable is EnumType => name,
        object?[] items when type.Nullable is ListType list => $"[{string.Join(", ", items.Select(item => Literal(item, list.Item)))}]",
        Dictionary<string, object?> members when type.Nullable is InputObjectType input => $"{{{string.Join(", ", members.Select(member =>
            $"{member.Key}: {(input.Fields.FirstOrDefault(field => field.Name == member.Key) is { } field ? Literal(member.Value, field.Type) : Write(member.Value, name => name, quoteNames: false))}"))}}}",
        _ => Write(value, name => name, quoteNames: false),
    };

    private static string Write(object? value, Func<string, string> name, bool quoteNames) => value switch
    {
        null => "null",
        RawNumber number => number.Text,
        string text => Quoted(text),
        object?[] items => $"[{string.Join(",", items.Select(item => Write(item, name, quoteNames)))}]",
        Dictionary<string, object?> members => $"{{{string.Join(",", members.Select(member => $"{name(member.Key)}:{Write(member.Value, name, quoteNames)}"))}}}",
        _ => JsonSerializer.Serialize(value),
    };

    // The serializer would put U+FFFD in the place of half a surrogate pair.
    private static string Quoted(string text) => $"\"{string.Concat(text.Select(character =>
        character is >= ' ' and not '"' and not '\\' && !char.IsSurrogate(character) ? character.ToString() : $"\\u{(int)character:x4}"))}\"";
}
