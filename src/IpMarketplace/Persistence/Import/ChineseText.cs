using System.Text;
using IpMarketplace.Kernel.Texts;

namespace IpMarketplace.Persistence.Import;

/// <summary>Chinese text as people and scanners leave it, put right without changing a word.</summary>
public static class ChineseText
{
    private const char Replaced = '\ufffd'; // what a decoder puts in the place of what it cannot read
    private const int WideToPlain = '０' - '0';

    /// <summary>
    /// Plain digits and letters for full-width ones, full-width signs for ASCII signs that stand behind a Chinese character, no control
    /// characters, single blanks. Says in words what was put right.
    /// </summary>
    public static string? Clean(string? text, string field, ICollection<string> corrections)
    {
        if (text is null)
        {
            return null;
        }
        var visible = CleanText.Line(text);
        var clean = new StringBuilder(visible.Length);
        bool signs = false, wide = false, blanks = visible.Length != text.Length;
        text = visible;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ'))
            {
                clean.Append((char)(letter - WideToPlain));
                wide = true;
            }
            else if (letter == Replaced)
            {
                blanks = true;
            }
            else if (WideSign(letter) is { } sign && clean.Length > 0 && IsChinese(clean[^1]) && (i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1])))
            {
                clean.Append(sign);
                signs = true;
            }
            else
            {
                clean.Append(letter);
            }
        }
        Say(signs, "signs behind Chinese characters made full-width");
        Say(wide, "full-width digits and letters made plain");
        Say(blanks, "superfluous blanks and control characters removed");
        return clean.ToString().TrimEnd();

        void Say(bool happened, string what)
        {
            if (happened)
            {
                corrections.Add($"{field}: {what}.");
            }
        }
    }

    /// <summary>Whether the character is a Chinese one.</summary>
    public static bool IsChinese(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    private static char? WideSign(char letter) => letter switch
    {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '.' => '。',
        _ => null,
    };
}
