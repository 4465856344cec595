using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Patents.Import;

/// <summary>What the database knows of the patents, owners and symbols of one batch, and what the batch has added.</summary>
internal sealed class KnownPatents
{
    private readonly Dictionary<PatentNumber, Patent> _byNumber = [];
    private readonly Dictionary<PublicationNumber, Patent> _byPublication = [];
    private readonly MarketplaceDbContext _db;
    private readonly ILookup<string, Organization> _organizations;
    private readonly HashSet<string>? _subclasses;

    private KnownPatents(MarketplaceDbContext db, IEnumerable<Patent> patents, ILookup<string, Organization> organizations, HashSet<string>? subclasses)
    {
        _db = db;
        _organizations = organizations;
        _subclasses = subclasses;
        foreach (var patent in patents)
        {
            Index(patent);
        }
    }

    public static async Task<KnownPatents> LoadAsync(MarketplaceDbContext db, IReadOnlyList<ReadPatent> read, CancellationToken ct)
    {
        var numbers = read.Select(patent => patent.Details.Number).OfType<PatentNumber>().Distinct().ToList();
        var publications = read.Select(patent => patent.Details.Publication).OfType<PublicationNumber>().Distinct().ToList();
        var names = read.SelectMany(patent => patent.Owners ?? []).Select(owner => owner.Name).OfType<string>().Select(OrganizationName.Normalize).Distinct().ToList();
        var subclasses = read.SelectMany(patent => patent.Details.IpcSymbols ?? []).Select(IpcSymbol.Subclass).Distinct().ToList();

        var patents = await db.Patents.Include(patent => patent.Text).AsSplitQuery()
            .Where(patent => numbers.Contains(patent.Number!) || publications.Contains(patent.Publication!))
            .OrderBy(patent => patent.Id)
            .ToListAsync(ct);
        var organizations = await db.Organizations.Where(organization => names.Contains(organization.NormalizedName)).ToListAsync(ct);
        var hasIpc = await db.VocabularyTerms.AnyAsync(term => term.Scheme == VocabularyScheme.Ipc, ct);
        var existing = hasIpc
            ? await db.VocabularyTerms.Where(term => term.Scheme == VocabularyScheme.Ipc && subclasses.Contains(term.Code)).Select(term => term.Code).ToListAsync(ct)
            : null;
        return new KnownPatents(db, patents, organizations.ToLookup(organization => organization.NormalizedName), existing?.ToHashSet());
    }

    public Patent? Find(PatentDetails details) =>
        details.Number is { } number && _byNumber.TryGetValue(number, out var patent) ? patent
        : details.Publication is { } publication ? _byPublication.GetValueOrDefault(publication)
        : null;

    /// <summary>Why the two numbers of a line cannot belong together; null when they can.</summary>
    public string? ConflictOf(PatentDetails details)
    {
        if (details.Publication is not { } publication || details.Number is not { } number || !_byPublication.TryGetValue(publication, out var published))
        {
            return null;
        }
        var sameNumber = _byNumber.GetValueOrDefault(number);
        return published == sameNumber ? null
            : published.Number is { } other && other != number ? $"publication: {publication} belongs to {other}, which is recorded already."
            : sameNumber is not null ? $"publication: {publication} is recorded as a patent of its own, beside {number}."
            : null;
    }

    /// <summary>Symbols of subclasses that the loaded edition of the IPC does not have: older editions had others (GI-14).</summary>
    public IEnumerable<string> UnknownSubclasses(PatentDetails details) => _subclasses is null
        ? []
        : (details.IpcSymbols ?? []).Select(IpcSymbol.Subclass).Distinct().Where(subclass => !_subclasses.Contains(subclass))
            .Select(subclass => $"ipc: {subclass} is not in the loaded edition.");

    /// <summary>The owner, linked to the one organization that has its name.</summary>
    public PatentOwner OwnerOf(ReadOwner owner, decimal share)
    {
        if (owner.Name is null || owner.Kind is not { } kind)
        {
            return PatentOwner.Person(share);
        }
        var namesakes = _organizations[OrganizationName.Normalize(owner.Name)].ToList();
        return namesakes.Count == 1 ? PatentOwner.Registered(namesakes[0], share) : PatentOwner.External(owner.Name, kind, share);
    }

    public void Add(Patent patent)
    {
        _db.Add(patent);
        Index(patent);
    }

    private void Index(Patent patent)
    {
        if (patent.Number is { } number)
        {
            _byNumber[number] = patent;
        }
        if (patent.Publication is { } publication)
        {
            _byPublication[publication] = patent;
        }
    }
}
