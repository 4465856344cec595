namespace IpMarketplace.Catalogue.Text;

/// <summary>What wants to know the terms of a text, one after the other, with their place in the original text.</summary>
internal interface ITermVisitor
{
    void Visit(Term term, int start, int length);
}

/// <summary>
/// Turns texts into terms: of a Chinese piece every character and every pair of neighbours, of Latin pieces the word. English words are stemmed,
/// generic ones left out; a compound such as <c>lithium-ion</c> also gives its parts. The same on both sides of a search.
/// </summary>
public sealed class TextAnalyzer(TextFolding folding)
{
    private const int LongestWord = 64;

    [ThreadStatic]
    private static FoldedText? _reused;

    private readonly LatinWords _words = new();

    /// <summary>How the characters of texts are folded.</summary>
    public TextFolding Folding => folding;

    /// <summary>The memory that the words take.</summary>
    public long Bytes => _words.Bytes;

    /// <summary>The terms of a text and how often each occurs; Latin words that no text had before are learnt.</summary>
    public IReadOnlyDictionary<Term, int> TermsOf(string text)
    {
        var counter = new TermCounter([]);
        Read(text, ref counter, learning: true);
        return counter.Counts;
    }

    /// <summary>The terms of a text that some indexed text may have; words never seen are left out.</summary>
    public IReadOnlyDictionary<Term, int> KnownTermsOf(string text)
    {
        var counter = new TermCounter([]);
        Read(text, ref counter, learning: false);
        return counter.Counts;
    }

    /// <summary>Whether a text says anything that could be searched for: false for blanks, signs and generic words alone.</summary>
    public bool SaysSomething(string text)
    {
        var folded = Fold(text);
        foreach (var piece in new Pieces(folded.Chars))
        {
            if (piece.IsHan || !GenericWords.IsEnglish(folded.Chars.Slice(piece.Start, piece.Length)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A term as people write it: <c>电池</c>, <c>@rfid</c>.</summary>
    public string Spell(Term term) => term switch
    {
        { IsLatin: true } => "@" + _words.Spell(term),
        { IsSingle: true } => ((char)term.Number).ToString(),
        _ => new string([(char)(term.Number >> 16), (char)term.Number]),
    };

    /// <summary>The term of a word that no text consists of, such as a classification symbol.</summary>
    internal Term Learn(string fact) => _words.FindOrAdd(fact);

    /// <summary>The same, if some document has it.</summary>
    internal Term? Find(string fact) => _words.TryFind(fact, out var term) ? term : null;

    internal void Read<TVisitor>(ReadOnlySpan<char> text, ref TVisitor visitor, bool learning) where TVisitor : ITermVisitor, allows ref struct
    {
        var folded = Fold(text);
        foreach (var piece in new Pieces(folded.Chars))
        {
            if (piece.IsHan)
            {
                ReadHan(folded, piece, ref visitor);
            }
            else if (piece.Length <= LongestWord)
            {
                ReadLatin(folded, piece, ref visitor, learning);
            }
        }
    }

    private static void ReadHan<TVisitor>(FoldedText folded, Piece piece, ref TVisitor visitor) where TVisitor : ITermVisitor, allows ref struct
    {
        var han = folded.Chars.Slice(piece.Start, piece.Length);
        for (var i = 0; i < han.Length; i++)
        {
            visitor.Visit(Term.Of(han[i]), folded.OriginOf(piece.Start + i), 1);
        }
        for (var i = 0; i + 1 < han.Length; i++)
        {
            visitor.Visit(Term.Of(han[i], han[i + 1]), folded.OriginOf(piece.Start + i), 2);
        }
    }

    private void ReadLatin<TVisitor>(FoldedText folded, Piece piece, ref TVisitor visitor, bool learning) where TVisitor : ITermVisitor, allows ref struct
    {
        ReadWord(folded, piece, ref visitor, learning);
        var word = folded.Chars.Slice(piece.Start, piece.Length);
        if (!word.ContainsAny('-', '/'))
        {
            return;
        }
        foreach (var range in word.SplitAny('-', '/'))
        {
            var (start, length) = range.GetOffsetAndLength(word.Length);
            if (length > 1 && !word.Slice(start, length).ContainsAnyExceptInRange('a', 'z'))
            {
                ReadWord(folded, new Piece(piece.Start + start, length, IsHan: false), ref visitor, learning);
            }
        }
    }

    private void ReadWord<TVisitor>(FoldedText folded, Piece piece, ref TVisitor visitor, bool learning) where TVisitor : ITermVisitor, allows ref struct
    {
        var word = folded.Chars.Slice(piece.Start, piece.Length);
        if (GenericWords.IsEnglish(word))
        {
            return;
        }
        Span<char> stem = stackalloc char[LongestWord];
        word.CopyTo(stem);
        stem = stem[..EnglishWords.Stem(stem[..word.Length])];
        Term term;
        if (learning)
        {
            term = _words.FindOrAdd(stem);
        }
        else if (!_words.TryFind(stem, out term))
        {
            return;
        }
        var first = folded.OriginOf(piece.Start);
        visitor.Visit(term, first, folded.OriginOf(piece.Start + piece.Length - 1) + 1 - first);
    }

    private FoldedText Fold(ReadOnlySpan<char> text)
    {
        var folded = _reused ??= new FoldedText();
        folded.Read(text, folding);
        return folded;
    }

    private readonly struct TermCounter(Dictionary<Term, int> counts) : ITermVisitor
    {
        public Dictionary<Term, int> Counts => counts;

        public void Visit(Term term, int start, int length) => counts[term] = counts.GetValueOrDefault(term) + 1;
    }
}
