using IpMarketplace.Catalogue;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Catalogue;

/// <summary>Small catalogues to search in.</summary>
internal static class Corpus
{
    public static CatalogueEntry Entry(long id, string title, string? titleEn = null, string? text = null, string[]? ipc = null) =>
        new(id, 1, PatentKind.Invention, title)
        {
            TitleEn = titleEn,
            Texts = text is null ? [] : [text],
            IpcSymbols = ipc ?? ["H01M 10/0525"],
            Status = RightStatus.InForce,
        };

    public static CatalogueEntry With(this CatalogueEntry entry, OfferKind kind, FeeTerms? fee = null, string publishedOn = "2025-01-01") => entry with
    {
        Offer = new CatalogueOffer([kind], new DateTimeOffset(DateTime.Parse(publishedOn, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero))
        {
            Fee = fee,
            IsAccepting = kind == OfferKind.OpenAnnounced,
        },
    };

    public static CatalogueEntry OwnedBy(this CatalogueEntry entry, Organization owner) => entry with { Owners = [PatentOwner.Registered(owner, 100)], Registered = [owner] };

    public static Organization AnOrganization(OrganizationKind kind, string region)
    {
        Assert.Null(Organization.Record(new OrganizationDetails($"{kind}{region}", kind, RegionCode: region), out var organization));
        return organization;
    }

    public static FeeTerms LumpSum(decimal amount)
    {
        Assert.Null(FeeTerms.From(FeeStructure.LumpSum, amount, null, null, null, null, out var terms));
        return terms;
    }

    public static FeeTerms Royalty(decimal percent)
    {
        Assert.Null(FeeTerms.From(FeeStructure.Royalty, null, null, null, percent, RoyaltyBase.NetSales, out var terms));
        return terms;
    }

    public static PatentCatalogue Of(params CatalogueEntry[] entries)
    {
        var catalogue = new PatentCatalogue();
        catalogue.Apply(entries, []);
        return catalogue;
    }

    public static CatalogueHits SearchFor(this PatentCatalogue catalogue, string? text, CatalogueFilter? filter = null, PatentOrder order = PatentOrder.Relevance, int first = 20) =>
        catalogue.Search(new CatalogueRequest(text, filter ?? CatalogueFilter.None, order, new CataloguePage(first)));

    public static long[] Ids(this CatalogueHits hits) => [.. hits.Hits.Select(hit => hit.Row.Id)];
}
