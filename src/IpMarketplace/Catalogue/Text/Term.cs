using System.Text;

namespace IpMarketplace.Catalogue.Text;

/// <summary>
/// What texts are compared by: a Chinese character, a pair of neighbouring ones, or a word. A number of 32 bits: the characters themselves are the number of
/// a Chinese term, so that only Latin words, and the few pairs with a character beyond the basic plane, need a dictionary.
/// </summary>
/// <param name="Number">The code point of a character; or both characters of a pair, the first in the upper half; or <see cref="FirstWord"/> plus the word's number.</param>
public readonly record struct Term(uint Number)
{
    /// <summary>Above every pair of Chinese characters (U+9FFF, U+9FFF).</summary>
    internal const uint FirstWord = 0xA000_0000;

    private const uint LastCodePoint = 0x10_FFFF;

    /// <summary>A single character: frequent, and therefore taken from titles and keywords only.</summary>
    public bool IsSingle => Number <= LastCodePoint;

    /// <summary>A word or number in Latin letters, or what else the dictionary holds.</summary>
    public bool IsWord => Number >= FirstWord;

    /// <summary>The term of one character.</summary>
    public static Term Of(Rune letter) => new((uint)letter.Value);

    /// <summary>The term of two neighbouring characters of the basic plane.</summary>
    public static Term Of(char first, char second) => new(((uint)first << 16) | second);
}
