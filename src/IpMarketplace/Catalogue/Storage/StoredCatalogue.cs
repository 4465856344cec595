using IpMarketplace.Catalogue.Index;
using IpMarketplace.Catalogue.Text;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using Microsoft.Win32.SafeHandles;

namespace IpMarketplace.Catalogue.Storage;

/// <summary>
/// What of a catalogue is stored: words, lists of owners and segments. Organizations are not: they are few, and read from the database. The first
/// section holds words and owners, every further one a segment, so that segments are read on all cores.
/// </summary>
internal sealed record StoredCatalogue(LatinWords Words, OwnerLists Owners, IReadOnlyList<LiveSegment> Segments)
{
    /// <summary>The organizations that own a share of some patent.</summary>
    public IEnumerable<long> OrganizationIds => Owners.All.SelectMany(list => list).Select(owner => owner.OrganizationId).OfType<long>().Distinct();

    /// <summary>Writes the file, its header last.</summary>
    /// <param name="stream">An empty one that can seek.</param>
    /// <param name="moment">Of what it is a copy.</param>
    public void Write(Stream stream, StoredMoment moment)
    {
        var sections = new List<StoredSection>();
        stream.Write(new byte[StoredHeader.SizeOf(1 + Segments.Count)]);
        using (var section = new SectionWriter(stream))
        {
            Words.Write(section);
            WriteOwners(section);
            sections.Add(section.End());
        }
        foreach (var segment in Segments)
        {
            using var section = new SectionWriter(stream);
            StoredSegment.Write(section, segment);
            sections.Add(section.End());
        }
        var header = new StoredHeader(moment, sections).ToBytes(stream.Length);
        stream.Position = 0;
        stream.Write(header);
    }

    /// <summary>Reads the sections that a header names.</summary>
    /// <exception cref="InvalidDataException">They are not what was written.</exception>
    public static StoredCatalogue Read(SafeFileHandle file, StoredHeader header)
    {
        LatinWords words;
        OwnerLists owners;
        using (var section = new SectionReader(file, header.Sections[0]))
        {
            words = LatinWords.Read(section);
            owners = ReadOwners(section);
            section.End();
        }
        var segments = new LiveSegment[header.Sections.Count - 1];
        var ownerLists = owners.All.Count;
        try
        {
            Parallel.For(0, segments.Length, i =>
            {
                using var section = new SectionReader(file, header.Sections[i + 1]);
                segments[i] = StoredSegment.Read(section, ownerLists, words.IsTerm);
                section.End();
            });
        }
        catch (AggregateException several)
        {
            throw new InvalidDataException(several.InnerExceptions[0].Message, several);
        }
        return new StoredCatalogue(words, owners, segments);
    }

    private void WriteOwners(SectionWriter to)
    {
        var lists = Owners.All;
        to.Write(lists.Count);
        foreach (var list in lists)
        {
            to.Write(list.Count);
            foreach (var owner in list)
            {
                to.Write(owner.OrganizationId ?? 0);
                to.WriteText(owner.Name);
                to.Write(owner.Kind is { } kind ? 1 + (int)kind : 0);
                to.Write(decimal.ToOACurrency(owner.Share));
            }
        }
    }

    private static OwnerLists ReadOwners(SectionReader from)
    {
        var owners = new OwnerLists();
        var count = from.ReadCount();
        for (var place = 0; place < count; place++)
        {
            var list = new PatentOwner[from.ReadCount()];
            for (var position = 0; position < list.Length; position++)
            {
                var organization = from.Read<long>() is not 0 and var id ? id : (long?)null;
                var name = from.ReadText();
                var kind = from.Read<int>() is not 0 and var number ? (OrganizationKind)(number - 1) : (OrganizationKind?)null;
                list[position] = PatentOwner.Stored(position, organization, name, kind, decimal.FromOACurrency(from.Read<long>()));
            }
            if (owners.PlaceOf(list) != place)
            {
                throw new InvalidDataException("the same owners stand in two places");
            }
        }
        return owners;
    }
}
