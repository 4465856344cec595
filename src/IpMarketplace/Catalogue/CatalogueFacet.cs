namespace IpMarketplace.Catalogue;

/// <summary>By what a list of patents can be narrowed and counted. Every value of a facet is a number below 64.</summary>
public enum CatalogueFacet
{
    /// <summary>The IPC section of the main classification: 1 for A to 8 for H, 0 for designs.</summary>
    Section,

    /// <summary>The WIPO technology field, 1 to 35; 0 for none.</summary>
    Field,

    /// <summary>The province of the first owner: its place in <see cref="Provinces"/> plus 1; 0 where it is unknown.</summary>
    Province,

    /// <summary>What the first owner is: its organization kind plus 1; 0 for natural persons and unknown owners.</summary>
    InstitutionKind,

    /// <summary>The fee band of the offer plus 1; 0 without an offer.</summary>
    FeeBand,

    /// <summary>The patent kind plus 1.</summary>
    PatentKind,

    /// <summary>What is offered. The only facet of which a patent may have several values: its byte is a set of bits, the first for the first kind.</summary>
    OfferKind,
}
