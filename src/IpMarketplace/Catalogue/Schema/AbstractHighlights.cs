using IpMarketplace.Patents.Persistence;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>What matched beyond the titles: the only part of a search result that reads the database.</summary>
[ObjectType<PatentsEdge>]
public static partial class AbstractHighlights
{
    /// <summary>The abstracts in which something matched.</summary>
    [ListSize(AssumedSize = 2)]
    public static async Task<IReadOnlyList<Highlight>> GetAbstractHighlightsAsync([Parent] PatentsEdge edge, PatentTextByIdDataLoader texts, CancellationToken ct) =>
        await texts.LoadAsync(edge.Node.Id, ct) is { } text
            ? [.. Highlight.In(HighlightField.Abstract, text.Abstract, edge.Highlighter), .. Highlight.In(HighlightField.AbstractEn, text.AbstractEn, edge.Highlighter)]
            : [];
}
