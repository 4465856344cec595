namespace IpMarketplace.Catalogue.Text;

/// <summary>
/// What texts are compared by: a Chinese character, a pair of neighbouring ones, or a word in Latin letters. A number of 32 bits: the characters
/// themselves are the number of a Chinese term, so that only Latin words need a dictionary.
/// </summary>
/// <param name="Number">The character; or both characters, the first in the upper half; or <see cref="FirstLatin"/> plus the word's number.</param>
public readonly record struct Term(uint Number)
{
    /// <summary>Above every pair of Chinese characters (U+9FFF, U+9FFF).</summary>
    internal const uint FirstLatin = 0xA000_0000;

    /// <summary>A single character: frequent, and therefore taken from titles and keywords only.</summary>
    public bool IsSingle => Number <= char.MaxValue;

    /// <summary>A word or number in Latin letters.</summary>
    public bool IsLatin => Number >= FirstLatin;

    /// <summary>The term of one character.</summary>
    public static Term Of(char letter) => new(letter);

    /// <summary>The term of two neighbouring characters.</summary>
    public static Term Of(char first, char second) => new(((uint)first << 16) | second);
}
