using IpMarketplace.GraphQL.Errors;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>What everyone can find.</summary>
[QueryType]
public static partial class CatalogueQueries
{
    /// <summary>The code of a search text that is too long.</summary>
    internal const string QueryLimitExceeded = "QUERY_LIMIT_EXCEEDED";

    private const int UsualPage = 20;

    /// <summary>
    /// Searches everything published, in Chinese and English, from memory. Every patent with a public record is found, whether or not something is offered
    /// on it; narrow by <c>onOffer</c> or <c>offerKinds</c> to what can be had.
    /// </summary>
    /// <param name="query">
    /// What to search for: words in Chinese or English, a patent or publication number in any usual spelling, or an IPC symbol such as <c>H01M 10/0525</c>.
    /// Found is what has at least half of the words, rare ones counting more; the best match comes first. Blank for everything; a query of which nothing can be
    /// searched for finds nothing, and <c>reading</c> says why.
    /// </param>
    /// <param name="filter">To what the list is narrowed; conditions are joined by "and", the values of one by "or".</param>
    /// <param name="orderBy">How the list is ordered.</param>
    [AllowAnonymous]
    [UsePaging(IncludeTotalCount = true)]
    public static PatentsConnection Patents(
        PagingArguments page, PatentCatalogue catalogue, CatalogueCards cards, [MayBeBlank] string? query = null, PatentFilterInput? filter = null, PatentOrder orderBy = PatentOrder.Relevance)
    {
        if (query?.Length > catalogue.Settings.QueryLength)
        {
            throw Refusal(
                $"query: it has {query.Length} characters, at most {catalogue.Settings.QueryLength} can be searched for.", QueryLimitExceeded, catalogue.Settings.QueryLength);
        }
        var wanted = new CataloguePage(
            page.First ?? page.Last ?? UsualPage, Place(page.After, "after", orderBy), Place(page.Before, "before", orderBy), FromEnd: page.First is null && page.Last is not null);
        if (!catalogue.IsPageOf(query, wanted))
        {
            throw Refusal($"{(wanted.After is null ? "before" : "after")}: this cursor is of another list. Give it with the query that it came with, or begin anew.", ErrorCode.InvalidArgument);
        }
        var narrowing = filter?.ToFilter(catalogue.Settings.FilterValues) ?? CatalogueFilter.None;
        return new PatentsConnection(catalogue.Search(new CatalogueRequest(query, narrowing, orderBy, wanted)), cards);
    }

    private static CataloguePlace? Place(string? cursor, string argument, PatentOrder order) =>
        cursor is null ? null
        : CataloguePlace.TryParse(cursor, order, out var place) ? place
        : throw Refusal($"{argument}: this is not a cursor of a list of patents in this order; give one as it came, with the order that it came with.", ErrorCode.InvalidArgument);

    internal static GraphQLException Refusal(string message, string code, int? limit = null)
    {
        var error = ErrorBuilder.New().SetMessage(message).SetCode(code);
        return new GraphQLException((limit is null ? error : error.SetExtension("limit", limit)).Build());
    }
}
