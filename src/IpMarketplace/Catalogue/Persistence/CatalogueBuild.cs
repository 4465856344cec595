using System.Collections.Concurrent;
using IpMarketplace.Catalogue.Index;
using IpMarketplace.Organizations;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Catalogue.Persistence;

/// <summary>Reads the whole catalogue from the database: ranges of keys, as many at a time as there are cores, a segment of each.</summary>
internal sealed class CatalogueBuild(IDbContextFactory<MarketplaceDbContext> contexts, DateOnly today, StartProgress progress)
{
    private const int KeysAtOnce = 8_192;

    private readonly ConcurrentDictionary<long, Organization> _organizations = [];
    private readonly ConcurrentBag<CatalogueSegment> _segments = [];

    /// <summary>Fills a catalogue; nothing is seen in it before everything is.</summary>
    public async Task FillAsync(PatentCatalogue catalogue, CancellationToken ct)
    {
        var (first, last, count) = await ExtentAsync(ct);
        progress.Begin("building the catalogue", count);
        await Parallel.ForEachAsync(
            Ranges(first, last, count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct },
            async (range, stop) => await Task.Run(() => BuildAsync(catalogue, range.First, range.Last, stop), stop));
        catalogue.Replace([.. _segments.OrderBy(segment => segment.Cards[0].PatentId).Select(segment => new LiveSegment(segment))], _organizations.Values);
    }

    private async Task<(long First, long Last, long Count)> ExtentAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var extent = await db.Patents.GroupBy(_ => 1)
            .Select(all => new { First = all.Min(patent => patent.Id), Last = all.Max(patent => patent.Id), Count = all.LongCount() })
            .SingleOrDefaultAsync(ct);
        return extent is null ? (1, 0, 0) : (extent.First, extent.Last, extent.Count);
    }

    /// <summary>Ranges of about as many patents as a segment holds, at least one for each core.</summary>
    private static IEnumerable<(long First, long Last)> Ranges(long first, long last, long count)
    {
        var ranges = Math.Max(Environment.ProcessorCount, (count + CatalogueSegment.MostDocuments - 1) / CatalogueSegment.MostDocuments);
        var step = Math.Max(1, (last - first) / ranges + 1);
        for (var from = first; from <= last; from += step)
        {
            yield return (from, Math.Min(last, from + step - 1));
        }
    }

    private async Task BuildAsync(PatentCatalogue catalogue, long first, long last, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var reader = new CatalogueReader(db, today);
        var builder = catalogue.NewSegment();
        for (var from = first; from <= last; from += KeysAtOnce)
        {
            var read = 0;
            await foreach (var entry in reader.ReadAsync(PatentChoice.Between(from, Math.Min(last, from + KeysAtOnce - 1)), _organizations, ct))
            {
                builder.Add(entry);
                read++;
                if (builder.Count == CatalogueSegment.MostDocuments)
                {
                    _segments.Add(builder.Build());
                    builder = catalogue.NewSegment();
                }
            }
            progress.Advance(read);
        }
        if (builder.Count > 0)
        {
            _segments.Add(builder.Build());
        }
    }
}
