using System.Diagnostics.CodeAnalysis;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Who owns a patent together, kept once for all patents with the same owners. Only ever added to, by one at a time; readers need no lock.</summary>
internal sealed class OwnerLists
{
    private readonly Lock _adding = new();
    private readonly Dictionary<IReadOnlyList<PatentOwner>, int> _places = new(new SameOwners());
    private IReadOnlyList<PatentOwner>[] _lists = new IReadOnlyList<PatentOwner>[64];

    /// <summary>Every list in the order of its place.</summary>
    public IReadOnlyList<IReadOnlyList<PatentOwner>> All
    {
        get
        {
            lock (_adding)
            {
                return _lists[.._places.Count];
            }
        }
    }

    /// <summary>The place of a list of owners, which is added if it is new.</summary>
    public int PlaceOf(IReadOnlyList<PatentOwner> owners)
    {
        lock (_adding)
        {
            if (!_places.TryGetValue(owners, out var place))
            {
                place = _places.Count;
                var lists = _lists;
                if (place == lists.Length)
                {
                    Array.Resize(ref lists, place * 2);
                }
                lists[place] = owners;
                Volatile.Write(ref _lists, lists);
                _places.Add(owners, place);
            }
            return place;
        }
    }

    /// <summary>The owners at a place.</summary>
    public IReadOnlyList<PatentOwner> this[int place] => Volatile.Read(ref _lists)[place];

    /// <summary>The places of the lists in which an organization stands.</summary>
    public IReadOnlySet<int> With(IReadOnlyCollection<long> organizations) =>
        Volatile.Read(ref _lists)
            .TakeWhile(owners => owners is not null)
            .Select((owners, place) => (owners, place))
            .Where(list => list.owners.Any(owner => owner.OrganizationId is { } id && organizations.Contains(id)))
            .Select(list => list.place)
            .ToHashSet();

    private sealed class SameOwners : IEqualityComparer<IReadOnlyList<PatentOwner>>
    {
        public bool Equals(IReadOnlyList<PatentOwner>? one, IReadOnlyList<PatentOwner>? other)
        {
            if (one!.Count != other!.Count)
            {
                return false;
            }
            for (var i = 0; i < one.Count; i++)
            {
                if (!one[i].SameAs(other[i]))
                {
                    return false;
                }
            }
            return true;
        }

        public int GetHashCode([DisallowNull] IReadOnlyList<PatentOwner> owners)
        {
            var hash = new HashCode();
            for (var i = 0; i < owners.Count; i++)
            {
                hash.Add(owners[i].OrganizationId);
                hash.Add(owners[i].Name);
            }
            return hash.ToHashCode();
        }
    }
}
