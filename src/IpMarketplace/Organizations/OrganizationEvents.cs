using IpMarketplace.Kernel.Events;

namespace IpMarketplace.Organizations;

/// <summary>An organization was registered or imported.</summary>
public sealed record OrganizationRegistered : IDomainEvent;

/// <summary>What is publicly known of an organization changed.</summary>
public sealed record OrganizationChanged : IDomainEvent;
