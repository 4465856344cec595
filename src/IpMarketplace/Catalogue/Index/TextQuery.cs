using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>A search text as weighted terms (matching.md 2.3). Only terms that some patent has count; the strongest 128 are kept.</summary>
internal sealed class TextQuery
{
    private const float TitleWeight = 4;
    private const float FrequentShare = 0.10f;
    private const int MostTerms = 128;

    /// <summary>The share of a query's weight that a patent must cover to be found.</summary>
    private const float ShareToBeFound = 0.5f;

    private readonly bool _isOfSinglesOnly;
    private readonly HashSet<string> _frequent;
    private readonly HashSet<string> _kept;

    private TextQuery(QueryText text, Yardstick measure, IReadOnlyList<(QueryTerm Term, float Weight)> kept, HashSet<string> frequent)
    {
        Text = text;
        Measure = measure;
        Terms = [.. kept.Select(entry => new WeightedTerm(entry.Term.Term, entry.Weight))];
        _isOfSinglesOnly = Terms.All(term => term.Term.IsSingle);
        Deciding = [.. Terms.Where((_, i) => IsDeciding(i))];
        Enough = measure.Enough ?? Deciding.Sum(term => term.Weight) * ShareToBeFound;
        _frequent = frequent;
        _kept = [.. kept.Select(entry => entry.Term.Spelling)];
    }

    /// <summary>The text.</summary>
    public QueryText Text { get; }

    /// <summary>By what its terms are weighed.</summary>
    public Yardstick Measure { get; }

    /// <summary>The terms, strongest first.</summary>
    public WeightedTerm[] Terms { get; }

    /// <summary>
    /// The terms that decide whether a patent is found, strongest first: words and pairs of characters; single characters, which are indexed of titles only, just rank, unless
    /// there is nothing else.
    /// </summary>
    public WeightedTerm[] Deciding { get; }

    /// <summary>The weight of deciding terms that a patent must have to be found.</summary>
    public float Enough { get; }

    /// <summary>Whether no patent may cover <see cref="Enough"/>, so that less has to do: not when the list was begun with a weight that did.</summary>
    public bool MayAskLess => Measure.Enough is null;

    /// <summary>Whether a term decides.</summary>
    public bool IsDeciding(int term) => !Terms[term].Term.IsSingle || _isOfSinglesOnly;

    /// <summary>The share of what the best patent covers that is enough where none covers enough.</summary>
    public static float EnoughBeside(float best) => best * ShareToBeFound;

    /// <summary>The terms of a text, weighed by a yardstick.</summary>
    public static TextQuery Of(QueryText text, Yardstick measure)
    {
        var weighted = text.Terms.Zip(measure.Having, (term, having) => (Term: term, Having: having)).Where(entry => entry.Having > 0).Select(entry => (
            entry.Term,
            Weight: Bm25.Idf(measure.Documents, entry.Having) * Bm25.InQuery(TitleWeight * entry.Term.Starts.Count),
            IsFrequent: entry.Term.Term.IsSingle && entry.Having > FrequentShare * measure.Documents)).ToList();
        var frequent = weighted.TrueForAll(entry => entry.IsFrequent) ? [] : weighted.Where(entry => entry.IsFrequent).Select(entry => entry.Term.Spelling).ToHashSet();
        var kept = weighted.Where(entry => !frequent.Contains(entry.Term.Spelling))
            .OrderByDescending(entry => entry.Weight)
            .ThenBy(entry => entry.Term.Spelling, StringComparer.Ordinal)
            .Take(MostTerms)
            .Select(entry => (entry.Term, entry.Weight));
        return new TextQuery(text, measure, [.. kept], frequent);
    }

    /// <summary>What of the text is searched for, and what is not.</summary>
    public QueryReading Read()
    {
        var searchedFor = new OrderedDictionary<string, bool>();
        var ignored = new OrderedDictionary<string, IgnoredBecause>();
        foreach (var (piece, start, isGeneric) in Text.Pieces)
        {
            var terms = Text.Terms.Where(term => term.Starts.Exists(at => at >= start && at < start + piece.Length)).Select(term => term.Spelling).ToList();
            if (terms.Exists(_kept.Contains))
            {
                searchedFor.TryAdd(piece, true);
            }
            else
            {
                ignored.TryAdd(piece, terms.Count == 0 && isGeneric ? IgnoredBecause.Generic
                    : terms.Count == 0 ? IgnoredBecause.TooLong
                    : terms.Exists(_frequent.Contains) ? IgnoredBecause.TooFrequent
                    : terms.Exists(IsKnown) ? IgnoredBecause.Surplus
                    : IgnoredBecause.InNoPatent);
            }
        }
        foreach (var stretch in BetweenPieces().Where(stretch => Text.Pieces.Count == 0 || stretch.Any(IsLetter)))
        {
            ignored.TryAdd(stretch, IgnoredBecause.NoWord);
        }
        return new QueryReading(QueryKind.Words, [.. searchedFor.Keys], [.. ignored.Select(entry => new IgnoredText(entry.Key, entry.Value))]);
    }

    private bool IsKnown(string spelling)
    {
        for (var i = 0; i < Text.Terms.Count; i++)
        {
            if (Text.Terms[i].Spelling == spelling)
            {
                return Measure.Having[i] > 0;
            }
        }
        return false;
    }

    /// <summary>What lies between the pieces, words by words. Signs between words are only borders; without any word they are what was asked for.</summary>
    private string[] BetweenPieces()
    {
        var rest = Text.Text.ToCharArray();
        foreach (var (piece, start, _) in Text.Pieces)
        {
            rest.AsSpan(start, piece.Length).Fill(' ');
        }
        return new string(rest).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter);
}
