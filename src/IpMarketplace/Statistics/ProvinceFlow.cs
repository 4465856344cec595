namespace IpMarketplace.Statistics;

/// <summary>A cell of the matrix province by province (ST-55).</summary>
/// <param name="From">The licensor's province: the first two digits of its GB/T 2260 code; null where unknown.</param>
/// <param name="To">The licensee's province; null where unknown and for natural persons.</param>
/// <param name="Contracts">Contracts that took effect in the period.</param>
/// <param name="PatentTimes">The patents they cover, each counted once a contract.</param>
public sealed record ProvinceFlow(string? From, string? To, int Contracts, int PatentTimes);
