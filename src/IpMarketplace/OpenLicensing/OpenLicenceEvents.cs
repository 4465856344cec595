using IpMarketplace.Kernel.Events;

namespace IpMarketplace.OpenLicensing;

/// <summary>A declaration was drafted.</summary>
public sealed record OpenLicenceDrafted : IDomainEvent;

/// <summary>A declaration was filed at CNIPA.</summary>
public sealed record OpenLicenceFiled : IDomainEvent;

/// <summary>CNIPA announced a declaration: it binds and is public (OL-30).</summary>
public sealed record OpenLicenceAnnounced : IDomainEvent;

/// <summary>New requests stopped because a bar arose (OL-47).</summary>
public sealed record OpenLicenceStoppedAccepting : IDomainEvent;

/// <summary>New requests are possible again.</summary>
public sealed record OpenLicenceAcceptsAgain : IDomainEvent;

/// <summary>The announcement of a withdrawal ended a declaration (OL-43).</summary>
public sealed record OpenLicenceWithdrawn : IDomainEvent;

/// <summary>The end of the right or of the declared period ended a declaration.</summary>
public sealed record OpenLicenceLapsed : IDomainEvent;
