using System.Text;

namespace IpMarketplace.Catalogue.Text;

/// <summary>What wants to know the terms of a text, one after the other, with their place in the original text.</summary>
internal interface ITermVisitor
{
    void Visit(Term term, int start, int length);

    /// <summary>A word, in its stem, that no text had when the words were learnt.</summary>
    void VisitUnknown(scoped ReadOnlySpan<char> word, int start, int length);
}

/// <summary>
/// Turns texts into terms: of a Chinese piece every character and every pair of neighbours, of Latin pieces the word. English words are stemmed,
/// generic ones left out; a compound such as <c>lithium-ion</c> also gives its parts. The same on both sides of a search.
/// Generic words are terms too, but apart: only who searches for nothing else is after them.
/// </summary>
public sealed class TextAnalyzer(TextFolding folding)
{
    /// <summary>The longest word that counts; what is longer is no word but data.</summary>
    internal const int LongestWord = 64;

    private const char GenericMark = '~';

    [ThreadStatic]
    private static FoldedText? _reused;

    private LatinWords _words = new();

    /// <summary>Every word learnt; replaced only in a catalogue that holds nothing yet.</summary>
    internal LatinWords Words
    {
        get => _words;
        set => _words = value;
    }

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

    /// <summary>A term as people write it: <c>电池</c>, <c>@rfid</c>.</summary>
    public string Spell(Term term) => term switch
    {
        { IsWord: true } => Spell(_words.Spell(term)),
        { IsSingle: true } => char.ConvertFromUtf32((int)term.Number),
        _ => new string([(char)(term.Number >> 16), (char)term.Number]),
    };

    /// <summary>A word as <see cref="Spell(Term)"/> gives it.</summary>
    internal static string Spell(string word) => char.IsAscii(word[0]) ? "@" + word : word;

    /// <summary>The term of a word that no text consists of, such as a classification symbol.</summary>
    internal Term Learn(string fact) => _words.FindOrAdd(fact);

    /// <summary>The same, if some document has it.</summary>
    internal Term? Find(string fact) => _words.TryFind(fact, out var term) ? term : null;

    /// <summary>Reads the terms of a text that say something.</summary>
    internal void Read<TVisitor>(ReadOnlySpan<char> text, ref TVisitor visitor, bool learning) where TVisitor : ITermVisitor, allows ref struct
    {
        var folded = Fold(text);
        foreach (var piece in new Pieces(folded.Chars))
        {
            if (piece.Kind == PieceKind.Han)
            {
                ReadHan(folded, piece, ref visitor, learning);
            }
            else if (piece.Kind == PieceKind.Latin && piece.Length <= LongestWord)
            {
                ReadLatin(folded, piece, ref visitor, learning);
            }
        }
    }

    /// <summary>Reads the generic words of a text.</summary>
    internal void ReadGeneric<TVisitor>(ReadOnlySpan<char> text, ref TVisitor visitor, bool learning) where TVisitor : ITermVisitor, allows ref struct
    {
        var folded = Fold(text);
        Span<char> word = stackalloc char[LongestWord];
        word[0] = GenericMark;
        foreach (var piece in new Pieces(folded.Chars))
        {
            if (IsGeneric(folded, piece))
            {
                folded.Chars.Slice(piece.Start, piece.Length).CopyTo(word[1..]);
                Visit(folded, piece, word[..(1 + EnglishWords.Stem(word.Slice(1, piece.Length)))], ref visitor, learning);
            }
        }
    }

    /// <summary>The pieces of a text in its original spelling, and whether each is one of the generic words.</summary>
    internal List<(string Text, int Start, bool IsGeneric)> PiecesOf(string text)
    {
        var folded = Fold(text);
        var pieces = new List<(string, int, bool)>();
        foreach (var piece in new Pieces(folded.Chars))
        {
            var (start, length) = OriginOf(folded, piece.Start, piece.Length);
            pieces.Add((text.Substring(start, length), start, IsGeneric(folded, piece)));
        }
        return pieces;
    }

    private static bool IsGeneric(FoldedText folded, Piece piece) =>
        piece.Kind == PieceKind.Generic || (piece.Kind == PieceKind.Latin && GenericWords.IsEnglish(folded.Chars.Slice(piece.Start, piece.Length)));

    private static (int Start, int Length) OriginOf(FoldedText folded, int start, int length)
    {
        var first = folded.OriginOf(start);
        return (first, folded.OriginOf(start + length - 1) + 1 - first);
    }

    private void ReadHan<TVisitor>(FoldedText folded, Piece piece, ref TVisitor visitor, bool learning) where TVisitor : ITermVisitor, allows ref struct
    {
        var han = folded.Chars.Slice(piece.Start, piece.Length);
        var before = default(Rune);
        for (int i = 0, length; i < han.Length; i += length)
        {
            Rune.DecodeFromUtf16(han[i..], out var letter, out length);
            var start = folded.OriginOf(piece.Start + i);
            visitor.Visit(Term.Of(letter), start, length);
            if (i > 0)
            {
                var pair = piece with { Start = piece.Start + i - before.Utf16SequenceLength, Length = before.Utf16SequenceLength + length };
                if (before.IsBmp && letter.IsBmp)
                {
                    visitor.Visit(Term.Of((char)before.Value, (char)letter.Value), folded.OriginOf(pair.Start), 2);
                }
                else
                {
                    Visit(folded, pair, folded.Chars.Slice(pair.Start, pair.Length), ref visitor, learning);
                }
            }
            before = letter;
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
                ReadWord(folded, new Piece(piece.Start + start, length, PieceKind.Latin), ref visitor, learning);
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
        Visit(folded, piece, stem[..EnglishWords.Stem(stem[..word.Length])], ref visitor, learning);
    }

    private void Visit<TVisitor>(FoldedText folded, Piece piece, scoped ReadOnlySpan<char> word, ref TVisitor visitor, bool learning)
        where TVisitor : ITermVisitor, allows ref struct
    {
        var (start, length) = OriginOf(folded, piece.Start, piece.Length);
        if (learning)
        {
            visitor.Visit(_words.FindOrAdd(word), start, length);
        }
        else if (_words.TryFind(word, out var term))
        {
            visitor.Visit(term, start, length);
        }
        else
        {
            visitor.VisitUnknown(word, start, length);
        }
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

        public void VisitUnknown(scoped ReadOnlySpan<char> word, int start, int length)
        {
        }
    }
}
