using System.Collections.Frozen;

namespace IpMarketplace.Catalogue.Text;

/// <summary>
/// One spelling for what means the same: compatibility forms become plain ones, traditional characters simplified ones, capitals small letters.
/// Immutable; two texts compare by their folded forms on both sides of a search.
/// </summary>
public sealed class TextFolding
{
    private const char Expands = '\uFFFF';
    private readonly char[] _single = new char[char.MaxValue + 1];
    private readonly FrozenDictionary<char, string> _several;

    /// <summary>Folding with a table of traditional characters.</summary>
    public TextFolding(IEnumerable<(char Traditional, char Simplified)> traditional)
    {
        for (var i = 0; i < _single.Length; i++)
        {
            _single[i] = char.ToLowerInvariant((char)i);
        }
        foreach (var (from, to) in traditional)
        {
            _single[from] = to;
        }
        var several = new Dictionary<char, string>();
        foreach (var (from, to) in CompatibilityForms.All())
        {
            _single[from] = to.Length == 1 ? _single[to[0]] : Expands;
            if (to.Length > 1)
            {
                several[from] = string.Concat(to.Select(letter => _single[letter]));
            }
        }
        _several = several.ToFrozenDictionary();
    }

    /// <summary>Folding with the table built in.</summary>
    public static TextFolding Default { get; } = new(TraditionalCharacters.BuiltIn);

    /// <summary>The folded text.</summary>
    public string Fold(ReadOnlySpan<char> text)
    {
        var folded = new FoldedText();
        folded.Read(text, this);
        return folded.Chars.ToString();
    }

    /// <summary>The folded form of one character; empty with <paramref name="single"/> set when it is one character too.</summary>
    internal ReadOnlySpan<char> Fold(char letter, out char single)
    {
        single = _single[letter];
        return single == Expands && _several.TryGetValue(letter, out var several) ? several : [];
    }
}
