using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>
/// Counts among the patents found, the most frequent value first. A property by which the list is already narrowed counts as if it were not, so that the
/// other choices stay visible.
/// </summary>
public sealed class PatentFacets
{
    private readonly CatalogueHits _hits;

    internal PatentFacets(CatalogueHits hits) => _hits = hits;

    /// <summary>By IPC section of the main classification.</summary>
    public IReadOnlyList<SectionCount> Sections => Of(CatalogueFacet.Section, CatalogueFacets.SectionLetter, (section, count) => new SectionCount(section!, count));

    /// <summary>By WIPO technology field.</summary>
    public IReadOnlyList<FieldCount> Fields => Of(CatalogueFacet.Field, value => value == 0 ? null : WipoField.All[value - 1], (technology, count) => new FieldCount(technology!, count));

    /// <summary>By province of the first registered owner.</summary>
    public IReadOnlyList<ProvinceCount> Provinces => Of(
        CatalogueFacet.Province,
        CatalogueFacets.ProvinceCode,
        (code, count) => new ProvinceCount(code!, Region.Provinces[code!].Name, Region.Provinces[code!].NameEn, count));

    /// <summary>By what the first owner is.</summary>
    public IReadOnlyList<InstitutionKindCount> InstitutionKinds =>
        Of(CatalogueFacet.InstitutionKind, CatalogueFacets.InstitutionKind, (kind, count) => new InstitutionKindCount(kind!.Value, count));

    /// <summary>By kind of patent.</summary>
    public IReadOnlyList<PatentKindCount> Kinds => Of(CatalogueFacet.PatentKind, CatalogueFacets.PatentKind, (kind, count) => new PatentKindCount(kind!.Value, count));

    /// <summary>By what is offered; a patent may be offered in several ways.</summary>
    public IReadOnlyList<OfferKindCount> OfferKinds => Of(CatalogueFacet.OfferKind, value => (OfferKind?)value, (kind, count) => new OfferKindCount(kind!.Value, count));

    /// <summary>By what a licence costs.</summary>
    public IReadOnlyList<FeeBandCount> FeeBands => Of(CatalogueFacet.FeeBand, CatalogueFacets.FeeBand, (band, count) => new FeeBandCount(band!.Value, count));

    private List<TCount> Of<TValue, TCount>(CatalogueFacet facet, Func<int, TValue?> value, Func<TValue?, int, TCount> make) =>
        [.. _hits.Facet(facet).Select(entry => (Value: value(entry.Value), entry.Count)).Where(entry => entry.Value is not null).Select(entry => make(entry.Value, entry.Count))];
}

/// <summary>How many patents have their main classification in an IPC section.</summary>
/// <param name="Section">A to H.</param>
/// <param name="Count">How many.</param>
public sealed record SectionCount(string Section, int Count);

/// <summary>How many patents belong to a technology field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Count">How many.</param>
public sealed record FieldCount(WipoField Field, int Count);

/// <summary>How many patents belong to owners in a province.</summary>
/// <param name="Code">The first two digits of its GB/T 2260 code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Count">How many.</param>
public sealed record ProvinceCount(string Code, string Name, string NameEn, int Count);

/// <summary>How many patents belong to a kind of institution.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
public sealed record InstitutionKindCount(OrganizationKind Kind, int Count);

/// <summary>How many patents are of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
public sealed record PatentKindCount(PatentKind Kind, int Count);

/// <summary>How many patents are offered in a way.</summary>
/// <param name="Kind">What is offered.</param>
/// <param name="Count">How many.</param>
public sealed record OfferKindCount(OfferKind Kind, int Count);

/// <summary>How many patents fall into a fee band.</summary>
/// <param name="Band">The band.</param>
/// <param name="Count">How many.</param>
public sealed record FeeBandCount(FeeBand Band, int Count);
