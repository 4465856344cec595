using IpMarketplace.Organizations;

namespace IpMarketplace.Patents.Schema;

/// <summary>Someone who owns a share of a patent.</summary>
/// <param name="Name">The name; natural persons are not named (GI-10).</param>
/// <param name="NameEn">The English name, where the owner is registered here and has one.</param>
/// <param name="Kind">What the owner is; null for a natural person.</param>
/// <param name="Share">The share in percent; the shares of a patent sum to 100 (INV-140).</param>
/// <param name="Province">The first two digits of the owner's GB/T 2260 code, where it is known.</param>
/// <param name="OrganizationId">The organization, where it is registered here.</param>
[GraphQLName("PatentOwner")]
public sealed record PatentOwnerCard(
    string Name, string? NameEn, OrganizationKind? Kind, decimal Share, string? Province, [property: GraphQLIgnore] long? OrganizationId);
