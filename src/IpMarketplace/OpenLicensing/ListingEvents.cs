using IpMarketplace.Kernel.Events;

namespace IpMarketplace.OpenLicensing;

/// <summary>A listing was drafted.</summary>
public sealed record ListingCreated : IDomainEvent;

/// <summary>A listing became public.</summary>
public sealed record ListingPublished : IDomainEvent;

/// <summary>A listing was hidden for a while.</summary>
public sealed record ListingSuspended : IDomainEvent;

/// <summary>A hidden listing is public again.</summary>
public sealed record ListingResumed : IDomainEvent;

/// <summary>A listing ended.</summary>
public sealed record ListingClosed : IDomainEvent;
