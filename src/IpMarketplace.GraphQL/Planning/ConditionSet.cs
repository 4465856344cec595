namespace IpMarketplace.GraphQL.Planning;

/// <summary>
/// A set of an operation's <c>@skip</c> and <c>@include</c> conditions, by number. The first 64 are one machine word; operations with more
/// conditions carry further words.
/// </summary>
internal readonly struct ConditionSet
{
    private const int WordSize = 64;

    private readonly ulong _first;
    private readonly ulong[]? _rest;

    private ConditionSet(ulong first, ulong[]? rest)
    {
        _first = first;
        _rest = rest;
    }

    /// <summary>No condition.</summary>
    public static ConditionSet Empty => default;

    /// <summary>Whether no condition is in the set.</summary>
    public bool IsEmpty => _first == 0 && _rest is null;

    /// <summary>Whether every condition of the other set is in this one.</summary>
    public bool Contains(in ConditionSet other) =>
        (other._first & ~_first) == 0 && (other._rest is null || ContainsRest(other._rest));

    /// <summary>The set with one condition more.</summary>
    public ConditionSet With(int condition)
    {
        if (condition < WordSize)
        {
            return new ConditionSet(_first | (1UL << condition), _rest);
        }
        var word = (condition / WordSize) - 1;
        var rest = new ulong[Math.Max(_rest?.Length ?? 0, word + 1)];
        _rest?.CopyTo(rest, 0);
        rest[word] |= 1UL << (condition % WordSize);
        return new ConditionSet(_first, rest);
    }

    private bool ContainsRest(ulong[] other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            if ((other[i] & ~(_rest is not null && i < _rest.Length ? _rest[i] : 0)) != 0)
            {
                return false;
            }
        }
        return true;
    }
}
