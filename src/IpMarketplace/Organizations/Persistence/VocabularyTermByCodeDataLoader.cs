using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Organizations.Persistence;

/// <summary>Terms of vocabularies by scheme and code, many in one go; provinces and recognitions are known without a loaded vocabulary.</summary>
public sealed class VocabularyTermByCodeDataLoader(IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<(VocabularyScheme Scheme, string Code), VocabularyTerm>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<(VocabularyScheme Scheme, string Code), VocabularyTerm>> LoadBatchAsync(
        IReadOnlyList<(VocabularyScheme Scheme, string Code)> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var terms = keys.Select(BuiltIn).OfType<VocabularyTerm>().ToDictionary(term => (term.Scheme, term.Code));
        foreach (var scheme in keys.GroupBy(key => key.Scheme, key => key.Code))
        {
            await foreach (var term in db.VocabularyTerms.AsNoTracking().Where(row => row.Scheme == scheme.Key && scheme.Contains(row.Code)).AsAsyncEnumerable().WithCancellation(ct))
            {
                terms[(term.Scheme, term.Code)] = term;
            }
        }
        return terms;
    }

    private static VocabularyTerm? BuiltIn((VocabularyScheme Scheme, string Code) key) => key.Scheme switch
    {
        VocabularyScheme.Region when key.Code.EndsWith("0000", StringComparison.Ordinal) && Region.Provinces.TryGetValue(key.Code[..2], out var province) =>
            Term(key, province.Name, province.NameEn),
        VocabularyScheme.Recognition when RecognitionKind.BuiltIn.FirstOrDefault(kind => kind.Code == key.Code) is { } kind => Term(key, kind.Name, kind.NameEn),
        _ => null,
    };

    private static VocabularyTerm Term((VocabularyScheme Scheme, string Code) key, string name, string nameEn) =>
        new() { Scheme = key.Scheme, Code = key.Code, Name = name, NameEn = nameEn };
}
