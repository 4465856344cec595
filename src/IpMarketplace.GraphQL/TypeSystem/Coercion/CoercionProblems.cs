using System.Text;
using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.TypeSystem.Coercion;

/// <summary>What is wrong with the inputs of a request, gathered while they are coerced.</summary>
/// <param name="suggestions">Whether messages may name members of the schema that the request does not name itself.</param>
public sealed class CoercionProblems(bool suggestions = false)
{
    private readonly List<CoercionProblem> _problems = [];

    /// <summary>How many there are.</summary>
    public int Count => _problems.Count;

    /// <summary>The problems in the order they were met.</summary>
    public IReadOnlyList<CoercionProblem> All => _problems;

    /// <summary>Adds a problem of the value in hand.</summary>
    public void Add(string message, string? code = null) => _problems.Add(new CoercionProblem(message, code));

    /// <summary>Adds a problem of the value in hand, with what would have been right where that may be told.</summary>
    internal void AddSuggesting(string message, string? suggestion) => Add(suggestions && suggestion is not null ? $"{message} {suggestion}" : message);

    /// <summary>Says that the problems met since there were <paramref name="since"/> lie below this member or index. Costs nothing when all is well.</summary>
    public void Below(int since, object segment)
    {
        for (var i = since; i < _problems.Count; i++)
        {
            _problems[i].Prepend(segment);
        }
    }
}

/// <summary>One thing wrong with an input.</summary>
public sealed class CoercionProblem(string message, string? code)
{
    private const int LongestPlace = 200;

    private readonly List<object> _reversed = [];

    /// <summary>What is wrong and what would be right, naming the value.</summary>
    public string Message { get; } = message;

    /// <summary>The machine-readable kind, where it is more than a wrong value: <c>INVALID_ID</c>.</summary>
    public string? Code { get; } = code;

    /// <summary>Names and indexes from the argument or variable down to the value.</summary>
    public IReadOnlyList<object> Segments => [.. Enumerable.Reverse(_reversed)];

    /// <summary>The place as people read it: <c>input.terms[2].rate</c>.</summary>
    public string Place
    {
        get
        {
            var text = new StringBuilder();
            foreach (var segment in Enumerable.Reverse(_reversed))
            {
                _ = segment is int ? text.Append('[').Append(segment).Append(']') : (text.Length == 0 ? text : text.Append('.')).Append(segment);
            }
            return text.ToString();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _reversed.Count == 0 ? Message : $"{Excerpt.Of(Place, LongestPlace)}: {Message}";

    internal void Prepend(object segment) => _reversed.Add(segment);
}
