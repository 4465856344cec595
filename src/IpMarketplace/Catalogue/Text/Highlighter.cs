namespace IpMarketplace.Catalogue.Text;

/// <summary>A stretch of a text.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Matched">Whether it matched the search.</param>
public sealed record TextFragment(string Text, bool Matched);

/// <summary>
/// Marks what of a text matched a search. Words and pairs of characters are marked; single characters only when the search has nothing longer,
/// because alone they are too often chance.
/// </summary>
public sealed class Highlighter(TextAnalyzer analyzer, IReadOnlySet<Term> terms)
{
    /// <summary>The most stretches into which a text is cut; what comes after is shown unmarked.</summary>
    internal const int MostFragments = 201;

    private readonly bool _hasLongerTerms = terms.Any(term => !term.IsSingle);

    /// <summary>The text in pieces that together are the text; null when nothing matched.</summary>
    public IReadOnlyList<TextFragment>? Mark(string text)
    {
        if (terms.Count == 0)
        {
            return null;
        }
        var marks = new Marks(new bool[text.Length], terms, _hasLongerTerms);
        analyzer.Read(text, ref marks, learning: false);
        analyzer.ReadGeneric(text, ref marks, learning: false);
        if (!marks.Matched.Contains(true))
        {
            return null;
        }
        var fragments = new List<TextFragment>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            var isLast = fragments.Count == MostFragments - 1;
            end = isLast ? text.Length : start + 1;
            while (end < text.Length && marks.Matched[end] == marks.Matched[start])
            {
                end++;
            }
            fragments.Add(new TextFragment(text[start..end], marks.Matched[start] && !isLast));
        }
        return fragments;
    }

    private readonly struct Marks(bool[] matched, IReadOnlySet<Term> terms, bool longerOnly) : ITermVisitor
    {
        public bool[] Matched => matched;

        public void Visit(Term term, int start, int length)
        {
            if (!(longerOnly && term.IsSingle) && terms.Contains(term))
            {
                matched.AsSpan(start, length).Fill(true);
            }
        }

        public void VisitUnknown(scoped ReadOnlySpan<char> word, int start, int length)
        {
        }
    }
}
