using System.Runtime.InteropServices;

namespace IpMarketplace.Catalogue;

/// <summary>
/// To what a list of patents is narrowed. Conditions are joined by "and", the values of one condition by "or". Null and empty conditions do not narrow.
/// </summary>
public sealed record CatalogueFilter
{
    private readonly ulong[] _facets = new ulong[Enum.GetValues<CatalogueFacet>().Length];

    /// <summary>A filter that does not narrow yet.</summary>
    public CatalogueFilter()
    {
    }

    /// <summary>No narrowing.</summary>
    public static CatalogueFilter None { get; } = new();

    /// <summary>IPC classes, subclasses, groups or subgroups, as <c>H01M</c> or <c>H01M 10/0525</c>; any symbol of the patent counts.</summary>
    public IReadOnlyList<string> Ipc { get; init; } = [];

    /// <summary>Organizations that own a share.</summary>
    public IReadOnlyCollection<long> OwnedBy { get; init; } = [];

    /// <summary>Whether something must be, or must not be, on offer.</summary>
    public bool? OnOffer { get; init; }

    /// <summary>Whether an open licence can, or cannot, be taken now.</summary>
    public bool? Accepting { get; init; }

    /// <summary>The right lasts at least to this day.</summary>
    public DateOnly? ExpiresFrom { get; init; }

    /// <summary>The highest fixed fee in RMB; patents without a named fee are left out.</summary>
    public decimal? FeeAtMost { get; init; }

    /// <summary>The lowest technology readiness, 1 to 9; patents whose readiness is unknown are left out.</summary>
    public int? ReadinessFrom { get; init; }

    /// <summary>The same filter, narrowed to values of a facet; several calls add up.</summary>
    public CatalogueFilter With(CatalogueFacet facet, IEnumerable<int> values)
    {
        var copy = this with { };
        foreach (var value in values)
        {
            copy._facets[(int)facet] |= 1UL << value;
        }
        return copy;
    }

    /// <inheritdoc/>
    public bool Equals(CatalogueFilter? other) =>
        other is not null
        && _facets.AsSpan().SequenceEqual(other._facets)
        && Ipc.SequenceEqual(other.Ipc)
        && OwnedBy.SequenceEqual(other.OwnedBy)
        && Conditions == other.Conditions;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(_facets.AsSpan()));
        hash.Add(Ipc.Count == 0 ? null : Ipc[0]);
        hash.Add(OwnedBy.FirstOrDefault());
        hash.Add(Conditions);
        return hash.ToHashCode();
    }

    /// <summary>The values to which a facet is narrowed, as bits; 0 when it is not.</summary>
    internal ulong this[CatalogueFacet facet] => _facets[(int)facet];

    /// <summary>The memory held, in bytes, roughly.</summary>
    internal long Bytes => 200 + Ipc.Sum(symbol => 40L + 2 * symbol.Length) + 16L * OwnedBy.Count;

    private (bool?, bool?, DateOnly?, decimal?, int?) Conditions => (OnOffer, Accepting, ExpiresFrom, FeeAtMost, ReadinessFrom);

    private CatalogueFilter(CatalogueFilter other)
    {
        _facets = [.. other._facets];
        Ipc = other.Ipc;
        OwnedBy = other.OwnedBy;
        OnOffer = other.OnOffer;
        Accepting = other.Accepting;
        ExpiresFrom = other.ExpiresFrom;
        FeeAtMost = other.FeeAtMost;
        ReadinessFrom = other.ReadinessFrom;
    }
}
