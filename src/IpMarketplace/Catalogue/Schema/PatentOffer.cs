using IpMarketplace.Patents.Schema;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>What the catalogue adds to a patent.</summary>
[ObjectType<PatentCard>]
public static partial class PatentOffer
{
    /// <summary>What is offered on it now, from memory; null while nothing is.</summary>
    public static PatentOfferCard? Offer([Parent] PatentCard patent, PatentCatalogue catalogue) =>
        catalogue.Find(patent.Id)?.Offer is { } offer ? PatentOfferCard.From(offer) : null;
}
