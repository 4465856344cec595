using System.Buffers;

namespace IpMarketplace.Catalogue.Text;

/// <summary>
/// The stem of an English word, so that "batteries" finds "battery" and "welding" finds "welded". Light on purpose: it joins the forms of
/// inflection, never a word with another. The first rule that leaves three letters applies, for -ing and -ed only if a vowel is among them
/// ("spring" stays). Then, from five letters on, a final e goes, and of a doubled last letter one: the endings swallow them elsewhere.
/// </summary>
internal static class EnglishWords
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly (string Suffix, string Replacement)[] Rules =
    [
        ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("ss", "ss"), ("us", "us"), ("is", "is"),
        ("ings", ""), ("ing", ""), ("ied", "y"), ("eed", "eed"), ("ed", ""), ("es", "e"), ("s", ""),
    ];

    /// <summary>Writes the stem of a word of small letters over its beginning and gives its length.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length < 4 || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word.Length;
        }
        var length = WithoutEnding(word);
        if (length > 4 && word[length - 1] == 'e')
        {
            length--;
        }
        return length > 3 && word[length - 1] == word[length - 2] ? length - 1 : length;
    }

    private static int WithoutEnding(Span<char> word)
    {
        foreach (var (suffix, replacement) in Rules)
        {
            var kept = word.Length - suffix.Length;
            var needsVowel = suffix is "ing" or "ings" or "ed";
            if (kept >= 3 && word.EndsWith(suffix) && (!needsVowel || word[..kept].ContainsAny(Vowels)))
            {
                replacement.CopyTo(word[kept..]);
                return kept + replacement.Length;
            }
        }
        return word.Length;
    }
}
