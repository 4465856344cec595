namespace IpMarketplace.Catalogue;

/// <summary>What a published listing offers (domain.md 9.3).</summary>
public enum OfferKind
{
    /// <summary>An open licence announced by CNIPA: anyone can take it by notice and payment (OL-30, INV-21).</summary>
    OpenAnnounced,

    /// <summary>An open licence that the owner intends to declare; nothing binds yet (INV-21).</summary>
    OpenIntended,

    /// <summary>A licence to be negotiated.</summary>
    Negotiated,

    /// <summary>The right itself.</summary>
    Transfer,

    /// <summary>The patent as a contribution of capital.</summary>
    Equity,

    /// <summary>Free use by everyone under an open-source licence.</summary>
    OpenSource,
}
