using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace IpMarketplace.GraphQL.Building;

/// <summary>What a global id says inside: the object type and the key.</summary>
/// <param name="TypeName">The name of the object type.</param>
/// <param name="Key">The key as text.</param>
public readonly record struct NodeId(string TypeName, string Key);

/// <summary>Turns keys into opaque global ids and back.</summary>
public interface INodeIdSerializer
{
    /// <summary>The global id of the object of this type and key.</summary>
    string Format(string typeName, object key);

    /// <summary>Reads a global id; false when it is none.</summary>
    bool TryParse(string id, out NodeId nodeId);
}

/// <summary>Global ids as base64url of <c>Type:key</c>.</summary>
public sealed class NodeIdSerializer : INodeIdSerializer
{
    private const int LongestNumber = 20;

    /// <inheritdoc/>
    public string Format(string typeName, object key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{typeName}:{key}")));

    /// <summary>The global id of a numbered object, as UTF-8; <paramref name="prefix"/> is the type's name with a colon.</summary>
    internal static byte[] FormatUtf8(ReadOnlySpan<byte> prefix, long key)
    {
        Span<byte> text = stackalloc byte[prefix.Length + LongestNumber];
        prefix.CopyTo(text);
        Utf8Formatter.TryFormat(key, text[prefix.Length..], out var digits);
        return Base64Url.EncodeToUtf8(text[..(prefix.Length + digits)]);
    }

    /// <inheritdoc/>
    public bool TryParse(string id, out NodeId nodeId)
    {
        nodeId = default;
        if (!Base64Url.IsValid(id) || !TryDecode(id, out var text))
        {
            return false;
        }
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1)
        {
            return false;
        }
        nodeId = new NodeId(text[..colon], text[(colon + 1)..]);
        return true;
    }

    private static bool TryDecode(string id, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Base64Url.DecodeFromChars(id));
            return true;
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }
}
