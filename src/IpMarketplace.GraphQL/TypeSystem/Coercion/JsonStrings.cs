using System.Globalization;
using System.Text.Unicode;

namespace IpMarketplace.GraphQL.TypeSystem.Coercion;

/// <summary>What a JSON reader leaves open: whether the strings of a valid JSON text can be read as text.</summary>
internal static class JsonStrings
{
    /// <summary>Whether every string is UTF-8 and no escape names a surrogate without its pair.</summary>
    /// <param name="json">Syntactically valid JSON.</param>
    public static bool AreReadable(ReadOnlySpan<byte> json) => Utf8.IsValid(json) && (json.IndexOf("\\u"u8) < 0 || SurrogatesArePaired(json));

    private static bool SurrogatesArePaired(ReadOnlySpan<byte> json)
    {
        var awaitsLow = false;
        for (var i = 0; i < json.Length; i++)
        {
            var unit = '\0';
            if (json[i] == '\\')
            {
                i++;
                if (json[i] == 'u')
                {
                    unit = (char)ushort.Parse(json.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                    i += 4;
                }
            }
            if (char.IsLowSurrogate(unit) != awaitsLow)
            {
                return false;
            }
            awaitsLow = char.IsHighSurrogate(unit);
        }
        return !awaitsLow;
    }
}
