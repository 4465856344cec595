using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Catalogue;

/// <summary>What is offered on a patent now: the essence of its published listings and of its announced declaration.</summary>
/// <param name="Kinds">What is offered, at least one kind.</param>
/// <param name="PublishedAt">When the first of its listings was published.</param>
public sealed record CatalogueOffer(IReadOnlyList<OfferKind> Kinds, DateTimeOffset PublishedAt)
{
    /// <summary>The listing that offers the open licence, otherwise the oldest.</summary>
    public long ListingId { get; init; }

    /// <summary>The announced declaration; null while none is announced.</summary>
    public long? OpenLicenceId { get; init; }

    /// <summary>The announced terms (OL-35); null where the price is negotiated or not yet announced.</summary>
    public FeeTerms? Fee { get; init; }

    /// <summary>The last day of every licence taken under the announced declaration.</summary>
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>When CNIPA announced the declaration.</summary>
    public DateOnly? AnnouncedOn { get; init; }

    /// <summary>Whether a notice can be sent now: announced, and no bar stands (OL-47).</summary>
    public bool IsAccepting { get; init; }

    /// <summary>The fee band, by which lists are narrowed.</summary>
    public FeeBand FeeBand => FeeBands.Of(Fee);

    /// <summary>The fixed sum in fen, by which lists are sorted; null where none is named.</summary>
    internal long? FeeInFen => Fee switch
    {
        null => null,
        { Structure: FeeStructure.Free } => 0,
        { FixedAmount: { } amount } => (long)(amount * 100),
        _ => null,
    };
}
