using IpMarketplace.Catalogue;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Catalogue;

public sealed class FacetTests
{
    private static readonly PatentCatalogue Catalogue = Corpus.Of(
        Corpus.Entry(1, "电池", ipc: ["H01M 4/00"]).OwnedBy(Corpus.AnOrganization(OrganizationKind.University, "330100")).With(OfferKind.OpenAnnounced, FeeTerms.Free),
        Corpus.Entry(2, "电池盒", ipc: ["H01M 4/00"]).OwnedBy(Corpus.AnOrganization(OrganizationKind.Institute, "330200")).With(OfferKind.OpenAnnounced, Corpus.LumpSum(50_000)),
        Corpus.Entry(3, "电池车", ipc: ["B60L 50/60"]).OwnedBy(Corpus.AnOrganization(OrganizationKind.University, "440300")).With(OfferKind.Negotiated),
        Corpus.Entry(4, "苹果机", ipc: ["A01D 46/30"]));

    [Fact]
    public void Counts_every_value_among_all_found()
    {
        var hits = Catalogue.SearchFor("电池");
        Assert.Equal([(8, 2), (2, 1)], Counts(hits, CatalogueFacet.Section));
        Assert.Equal([((int)FeeBand.Free + 1, 1), ((int)FeeBand.UpToFiftyThousand + 1, 1), ((int)FeeBand.Negotiable + 1, 1)], Counts(hits, CatalogueFacet.FeeBand));
        Assert.Equal([((int)OfferKind.OpenAnnounced, 2), ((int)OfferKind.Negotiated, 1)], Counts(hits, CatalogueFacet.OfferKind));
        Assert.Equal([((int)OrganizationKind.University + 1, 2), ((int)OrganizationKind.Institute + 1, 1)], Counts(hits, CatalogueFacet.InstitutionKind));
        Assert.Equal([((int)PatentKind.Invention + 1, 3)], Counts(hits, CatalogueFacet.PatentKind));
        Assert.Equal([("33", 2), ("44", 1)], hits.Facet(CatalogueFacet.Province).Select(count => (CatalogueFacets.ProvinceCode(count.Value)!, count.Count)));
    }

    [Fact]
    public void A_facet_does_not_lower_its_own_counts()
    {
        var hits = Catalogue.SearchFor("电池", CatalogueFilter.None.With(CatalogueFacet.Section, [8]));
        Assert.Equal([1, 2], hits.Ids());
        Assert.Equal([(8, 2), (2, 1)], Counts(hits, CatalogueFacet.Section));
        Assert.Equal([((int)OfferKind.OpenAnnounced, 2)], Counts(hits, CatalogueFacet.OfferKind));
    }

    [Fact]
    public void Two_narrowed_facets_each_count_under_the_other()
    {
        var hits = Catalogue.SearchFor(null, CatalogueFilter.None.With(CatalogueFacet.Section, [8]).With(CatalogueFacet.FeeBand, [(int)FeeBand.Negotiable + 1]));
        Assert.Equal(0, hits.Total);
        Assert.Equal([(2, 1)], Counts(hits, CatalogueFacet.Section));
        Assert.Equal([((int)FeeBand.Free + 1, 1), ((int)FeeBand.UpToFiftyThousand + 1, 1)], Counts(hits, CatalogueFacet.FeeBand));
        Assert.Empty(Counts(hits, CatalogueFacet.OfferKind));
    }

    [Fact]
    public void Several_values_of_one_facet_are_joined_by_or() =>
        Assert.Equal(3, Catalogue.SearchFor(null, CatalogueFilter.None.With(CatalogueFacet.Section, [8, 1])).Total);

    [Theory]
    [InlineData(0, FeeBand.Free)]
    [InlineData(10_000, FeeBand.UpToTenThousand)]
    [InlineData(10_000.01, FeeBand.UpToFiftyThousand)]
    [InlineData(50_000, FeeBand.UpToFiftyThousand)]
    [InlineData(200_000, FeeBand.UpToTwoHundredThousand)]
    [InlineData(1_000_000, FeeBand.UpToOneMillion)]
    [InlineData(1_000_000.01, FeeBand.AboveOneMillion)]
    public void A_fee_band_includes_its_upper_end(double amount, FeeBand band) =>
        Assert.Equal(band, FeeBands.Of(amount == 0 ? FeeTerms.Free : Corpus.LumpSum((decimal)amount)));

    [Fact]
    public void A_pure_royalty_has_a_band_of_its_own() => Assert.Equal(FeeBand.RoyaltyOnly, FeeBands.Of(Corpus.Royalty(3)));

    private static IEnumerable<(int, int)> Counts(CatalogueHits hits, CatalogueFacet facet) => hits.Facet(facet).Select(count => (count.Value, count.Count));
}
