using System.Globalization;
using System.Text;

namespace IpMarketplace.Kernel.Texts;

/// <summary>
/// Texts that people send, without what nobody can see: control and format characters, unpaired surrogates, noncharacters, blanks at the ends.
/// What is left is in Unicode's composed form (NFC), so that what looks alike is stored alike. Cleaning a clean text changes nothing.
/// </summary>
public static class CleanText
{
    private const char Tab = '\t';
    private const char LineFeed = '\n';
    private const char Blank = ' ';

    /// <summary>A text of one line: every run of white space is one blank.</summary>
    public static string Line(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in Visible(text))
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                clean.Append(rune);
            }
            else if (clean.Length > 0 && clean[^1] != Blank)
            {
                clean.Append(Blank);
            }
        }
        return clean.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>A text of several lines: tabs stay, every kind of line break is a line feed.</summary>
    public static string Paragraphs(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in Visible(text.ReplaceLineEndings("\n")))
        {
            clean.Append(rune);
        }
        return clean.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether there is a letter of any script: a name without one names nobody.</summary>
    public static bool HasLetter(string text) => text.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>The text where it is short enough, else its beginning and an ellipsis; a character is never cut in two.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most UTF-16 units of the answer.</param>
    public static string Shortened(string text, int longest) =>
        text.Length <= longest ? text : $"{text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)]}…";

    /// <summary>Whether a character shows nothing and moves nothing: no text is better for it.</summary>
    public static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format or UnicodeCategory.Surrogate => true,
        UnicodeCategory.Control => !Rune.IsWhiteSpace(rune),
        UnicodeCategory.OtherNotAssigned => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF,
        _ => false,
    };

    private static IEnumerable<Rune> Visible(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                i++;
                continue;
            }
            i += rune.Utf16SequenceLength;
            if (!IsInvisible(rune))
            {
                yield return rune;
            }
        }
    }
}
