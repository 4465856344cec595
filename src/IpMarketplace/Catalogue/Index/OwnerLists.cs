using System.Globalization;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Who owns a patent together, kept once for all patents with the same owners. Only ever added to; one writer, readers without a lock.</summary>
internal sealed class OwnerLists
{
    private readonly Dictionary<string, int> _places = [];
    private IReadOnlyList<PatentOwner>[] _lists = new IReadOnlyList<PatentOwner>[64];

    /// <summary>The place of a list of owners, which is added if it is new.</summary>
    public int PlaceOf(IReadOnlyList<PatentOwner> owners)
    {
        var key = string.Join('\n', owners.Select(owner =>
            string.Create(CultureInfo.InvariantCulture, $"{owner.OrganizationId}\t{owner.Name}\t{owner.Kind}\t{owner.Share}")));
        if (!_places.TryGetValue(key, out var place))
        {
            place = _places.Count;
            var lists = _lists;
            if (place == lists.Length)
            {
                Array.Resize(ref lists, place * 2);
            }
            lists[place] = owners;
            Volatile.Write(ref _lists, lists);
            _places.Add(key, place);
        }
        return place;
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
}
