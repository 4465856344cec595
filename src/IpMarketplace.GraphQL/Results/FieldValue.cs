using System.Globalization;
using System.Runtime.InteropServices;

namespace IpMarketplace.GraphQL.Results;

/// <summary>
/// What a resolver answers, without boxing: numbers, booleans, dates and texts lie in the struct itself, everything else is a reference.
/// A pure resolver returns it; the conversions are implicit, so a resolver compiled from <c>p =&gt; p.Year</c> needs no more than a cast.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct FieldValue
{
    private readonly object? _reference;
    private readonly long _bits;
    private readonly int _high;
    private readonly short _extra;

    private FieldValue(FieldValueKind kind, object? reference, long bits, int high = 0, short extra = 0)
    {
        Kind = kind;
        _reference = reference;
        _bits = bits;
        _high = high;
        _extra = extra;
    }

    /// <summary>No value.</summary>
    public static FieldValue Null => default;

    /// <summary>Which of the kinds it is; <see cref="FieldValueKind.Null"/> by default.</summary>
    public FieldValueKind Kind { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsNull => Kind == FieldValueKind.Null;

    /// <summary>The number of an <see cref="FieldValueKind.Integer"/>.</summary>
    public long AsInteger() => _bits;

    /// <summary>The number of a <see cref="FieldValueKind.Float"/>.</summary>
    public double AsFloat() => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The truth of a <see cref="FieldValueKind.Boolean"/>.</summary>
    public bool AsBoolean() => _bits != 0;

    /// <summary>The number of a <see cref="FieldValueKind.Decimal"/>.</summary>
    public decimal AsDecimal() => new((int)_bits, (int)(_bits >> 32), _high, _extra < 0, (byte)_extra);

    /// <summary>The instant of a <see cref="FieldValueKind.DateTime"/>.</summary>
    public DateTimeOffset AsDateTime() => new(_bits, TimeSpan.FromMinutes(_extra));

    /// <summary>The day of a <see cref="FieldValueKind.Date"/>.</summary>
    public DateOnly AsDate() => DateOnly.FromDayNumber((int)_bits);

    /// <summary>The characters of a <see cref="FieldValueKind.Text"/>.</summary>
    public string AsText() => (string)_reference!;

    /// <summary>The bytes of a <see cref="FieldValueKind.Utf8Text"/>.</summary>
    public ReadOnlySpan<byte> AsUtf8Text() => new((byte[])_reference!, (int)_bits, _high);

    /// <summary>The bytes of a <see cref="FieldValueKind.Json"/>.</summary>
    public ReadOnlySpan<byte> AsJson() => (byte[])_reference!;

    /// <summary>The reference of a <see cref="FieldValueKind.Object"/>.</summary>
    public object AsObject() => _reference!;

    internal object ToReference() => Kind == FieldValueKind.Object ? _reference! : ToObject()!;

    /// <summary>The value as an ordinary object, boxed where need be; null for none. UTF-8 text becomes a string.</summary>
    public object? ToObject() => Kind switch
    {
        FieldValueKind.Null => null,
        FieldValueKind.Integer => _bits is >= int.MinValue and <= int.MaxValue ? (object)(int)_bits : _bits,
        FieldValueKind.Float => AsFloat(),
        FieldValueKind.Boolean => AsBoolean(),
        FieldValueKind.Decimal => AsDecimal(),
        FieldValueKind.DateTime => AsDateTime(),
        FieldValueKind.Date => AsDate(),
        FieldValueKind.IntegerText => _bits.ToString(CultureInfo.InvariantCulture),
        FieldValueKind.Utf8Text => System.Text.Encoding.UTF8.GetString(AsUtf8Text()),
        _ => _reference,
    };

    /// <summary>Takes any object apart: boxed numbers, dates and strings are laid in the struct, others are kept by reference.</summary>
    public static FieldValue From(object? value) => value switch
    {
        null => default,
        string text => text,
        int number => number,
        bool truth => truth,
        long number => number,
        double number => number,
        decimal number => number,
        DateTimeOffset instant => instant,
        DateOnly day => day,
        float number => number,
        short number => (int)number,
        byte number => (int)number,
        sbyte number => (int)number,
        ushort number => (int)number,
        uint number => (long)number,
        DateTime instant => instant,
        FieldValue given => given,
        _ => new FieldValue(FieldValueKind.Object, value, 0),
    };

    /// <summary>Text that is already UTF-8; the bytes must not change while the response is written.</summary>
    public static FieldValue FromUtf8(byte[] buffer, int start, int length) => new(FieldValueKind.Utf8Text, buffer, start, length);

    internal static FieldValue FromJson(byte[] json) => new(FieldValueKind.Json, json, 0);

    internal static FieldValue FromReference(object value) => new(FieldValueKind.Object, value, 0);

    internal static FieldValue TextOf(long number) => new(FieldValueKind.IntegerText, null, number);

    public static implicit operator FieldValue(int value) => new(FieldValueKind.Integer, null, value);

    public static implicit operator FieldValue(long value) => new(FieldValueKind.Integer, null, value);

    public static implicit operator FieldValue(double value) => new(FieldValueKind.Float, null, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Keeps the shortest decimal digits of the single-precision number: 0.1f is written 0.1.</summary>
    public static implicit operator FieldValue(float value) =>
        double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static implicit operator FieldValue(bool value) => new(FieldValueKind.Boolean, null, value ? 1 : 0);

    public static implicit operator FieldValue(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var low = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        var scaleAndSign = value.Scale + (value < 0 ? 0x8000 : 0);
        return new(FieldValueKind.Decimal, null, (long)low, parts[2], unchecked((short)scaleAndSign));
    }

    public static implicit operator FieldValue(DateTimeOffset value) => new(FieldValueKind.DateTime, null, value.Ticks, 0, (short)value.TotalOffsetMinutes);

    /// <summary>A time of unspecified kind is taken as UTC.</summary>
    public static implicit operator FieldValue(DateTime value) =>
        value.Kind == DateTimeKind.Local ? new DateTimeOffset(value) : new DateTimeOffset(value.Ticks, TimeSpan.Zero);

    public static implicit operator FieldValue(DateOnly value) => new(FieldValueKind.Date, null, value.DayNumber);

    public static implicit operator FieldValue(string? value) => value is null ? default : new(FieldValueKind.Text, value, 0);

    public static implicit operator FieldValue(int? value) => value is { } some ? some : default(FieldValue);

    public static implicit operator FieldValue(long? value) => value is { } some ? some : default(FieldValue);

    public static implicit operator FieldValue(double? value) => value is { } some ? some : default(FieldValue);

    public static implicit operator FieldValue(bool? value) => value is { } some ? some : default(FieldValue);

    public static implicit operator FieldValue(decimal? value) => value is { } some ? some : default(FieldValue);

    public static implicit operator FieldValue(DateTimeOffset? value) => value is { } some ? some : default(FieldValue);

    public static implicit operator FieldValue(DateOnly? value) => value is { } some ? some : default(FieldValue);
}
