using System.Collections.Frozen;
using IpMarketplace.Organizations;

namespace IpMarketplace.Catalogue;

/// <summary>The provinces as numbers from 1, in the order of their codes; 0 is an unknown one.</summary>
internal static class Provinces
{
    private static readonly string[] Codes = [.. Region.Provinces.Keys.Order(StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, byte> Numbers = Codes.Select((code, place) => KeyValuePair.Create(code, (byte)(place + 1))).ToFrozenDictionary();

    /// <summary>How many there are.</summary>
    public static int Count => Codes.Length;

    /// <summary>The number of a two-digit code.</summary>
    public static byte NumberOf(string? code) => code is not null && Numbers.TryGetValue(code, out var number) ? number : (byte)0;

    /// <summary>The two-digit code of a number above 0.</summary>
    public static string CodeOf(int number) => Codes[number - 1];
}
