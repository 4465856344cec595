using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>What everyone can find.</summary>
[QueryType]
public static partial class CatalogueQueries
{
    private const int UsualPage = 20;

    /// <summary>
    /// Searches everything published, in Chinese and English, from memory. Every patent with a public record is found, whether or not something is offered
    /// on it; narrow by <c>onOffer</c> or <c>offerKinds</c> to what can be had.
    /// </summary>
    /// <param name="query">
    /// What to search for: words in Chinese or English, a patent or publication number in any usual spelling, or an IPC symbol such as <c>H01M 10/0525</c>.
    /// Found is what has at least half of the words, rare ones counting more; the best match comes first. Blank for everything.
    /// </param>
    /// <param name="filter">To what the list is narrowed; conditions are joined by "and", the values of one by "or".</param>
    /// <param name="orderBy">How the list is ordered.</param>
    [AllowAnonymous]
    [UsePaging(IncludeTotalCount = true)]
    public static PatentsConnection Patents(PagingArguments page, PatentCatalogue catalogue, CatalogueCards cards, string? query = null, PatentFilterInput? filter = null, PatentOrder orderBy = PatentOrder.Relevance)
    {
        var wanted = new CataloguePage(page.First ?? page.Last ?? UsualPage, Place(page.After, "after", orderBy), Place(page.Before, "before", orderBy), FromEnd: page.First is null && page.Last is not null);
        return new PatentsConnection(catalogue.Search(new CatalogueRequest(query, filter?.ToFilter() ?? CatalogueFilter.None, orderBy, wanted)), cards);
    }

    private static CataloguePlace? Place(string? cursor, string argument, PatentOrder order) =>
        cursor is null ? null
        : CataloguePlace.TryParse(cursor, order, out var place) ? place
        : throw new GraphQLException(ErrorBuilder.New()
            .SetMessage($"{argument}: \"{cursor}\" is not a cursor of a list of patents in this order.")
            .SetCode(ErrorCode.InvalidArgument)
            .Build());
}
