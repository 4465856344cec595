using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Patents.Persistence;

/// <summary>Whole records of patents by their keys, without the long texts: what a card does not hold.</summary>
public sealed class PatentByIdDataLoader(IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<long, Patent>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Patent>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Patents.AsNoTracking().AsSplitQuery().Where(patent => keys.Contains(patent.Id)).OrderBy(patent => patent.Id).ToDictionaryAsync(patent => patent.Id, ct);
    }
}

/// <summary>The long texts of patents by their keys.</summary>
public sealed class PatentTextByIdDataLoader(IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<long, PatentText>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, PatentText>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.PatentTexts.AsNoTracking().Where(text => keys.Contains(text.PatentId)).ToDictionaryAsync(text => text.PatentId, ct);
    }
}

/// <summary>
/// The closest term that the loaded IPC has for a symbol: its main group, else its subclass, class or section. Without a loaded
/// vocabulary, the section.
/// </summary>
public sealed class IpcTermBySymbolDataLoader(IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<string, VocabularyTerm>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<string, VocabularyTerm>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var codes = keys.SelectMany(Wider).Distinct().ToList();
        var terms = await db.VocabularyTerms.AsNoTracking().Where(term => term.Scheme == VocabularyScheme.Ipc && codes.Contains(term.Code)).ToDictionaryAsync(term => term.Code, ct);
        return keys.ToDictionary(symbol => symbol, symbol => Wider(symbol).Select(terms.GetValueOrDefault).FirstOrDefault(term => term is not null) ?? IpcSection.TermOf(symbol));
    }

    private static string[] Wider(string symbol) => [symbol, IpcSymbol.MainGroup(symbol), IpcSymbol.Subclass(symbol), symbol[..3], IpcSymbol.Section(symbol)];
}
