namespace IpMarketplace.GraphQL.Results;

/// <summary>What a <see cref="FieldValue"/> holds.</summary>
public enum FieldValueKind : byte
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A whole number of up to 64 bits.</summary>
    Integer,

    /// <summary>A binary floating-point number.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A decimal number, written without loss.</summary>
    Decimal,

    /// <summary>An instant with its offset from UTC.</summary>
    DateTime,

    /// <summary>A calendar date without a time.</summary>
    Date,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Text that is already encoded as UTF-8, unescaped.</summary>
    Utf8Text,

    /// <summary>A whole number that the response holds as text: an ID.</summary>
    IntegerText,

    /// <summary>JSON that is already encoded: an enum value, a type's name.</summary>
    Json,

    /// <summary>Anything else: an object, a list, a value for a custom scalar.</summary>
    Object,
}
