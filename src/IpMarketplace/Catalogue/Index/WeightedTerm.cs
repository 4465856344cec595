using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>One term of a query.</summary>
/// <param name="Term">The term.</param>
/// <param name="Weight">How much it counts: its rarity times how much the query means it.</param>
public readonly record struct WeightedTerm(Term Term, float Weight);
