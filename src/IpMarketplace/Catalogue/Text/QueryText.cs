namespace IpMarketplace.Catalogue.Text;

/// <summary>A term of a search text.</summary>
/// <param name="Term">The term; <see cref="QueryText.Unknown"/> when no text of this process ever had it.</param>
/// <param name="Spelling">The term as people write it.</param>
internal sealed record QueryTerm(Term Term, string Spelling)
{
    /// <summary>Where in the text it begins, as often as it occurs.</summary>
    public List<int> Starts { get; } = [];
}

/// <summary>
/// A search text, read: its distinct terms in the order in which they first appear, which depends on nothing but the text. A text of nothing but generic words
/// ("a device") is taken at its word: then they are its terms.
/// </summary>
internal sealed class QueryText
{
    /// <summary>The term of words that no document has.</summary>
    public static readonly Term Unknown = new(uint.MaxValue);

    private QueryText(string text, IReadOnlyList<QueryTerm> terms, IReadOnlyList<(string Text, int Start, bool IsGeneric)> pieces)
    {
        Text = text;
        Terms = terms;
        Pieces = pieces;
    }

    /// <summary>The text itself.</summary>
    public string Text { get; }

    /// <summary>Its terms.</summary>
    public IReadOnlyList<QueryTerm> Terms { get; }

    /// <summary>The pieces into which it was cut, and whether each is a generic word.</summary>
    public IReadOnlyList<(string Text, int Start, bool IsGeneric)> Pieces { get; }

    /// <summary>Reads a text.</summary>
    public static QueryText Read(string text, TextAnalyzer analyzer)
    {
        var reader = new Reader(analyzer, []);
        var pieces = analyzer.PiecesOf(text);
        if (pieces.TrueForAll(piece => piece.IsGeneric))
        {
            analyzer.ReadGeneric(text, ref reader, learning: false);
        }
        else
        {
            analyzer.Read(text, ref reader, learning: false);
        }
        return new QueryText(text, [.. reader.Terms.Values], pieces);
    }

    private readonly struct Reader(TextAnalyzer analyzer, OrderedDictionary<string, QueryTerm> terms) : ITermVisitor
    {
        public OrderedDictionary<string, QueryTerm> Terms => terms;

        public void Visit(Term term, int start, int length) => Add(term, analyzer.Spell(term), start);

        public void VisitUnknown(scoped ReadOnlySpan<char> word, int start, int length) => Add(Unknown, TextAnalyzer.Spell(word.ToString()), start);

        private void Add(Term term, string spelling, int start)
        {
            if (!terms.TryGetValue(spelling, out var known))
            {
                terms.Add(spelling, known = new QueryTerm(term, spelling));
            }
            known.Starts.Add(start);
        }
    }
}
