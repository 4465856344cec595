using IpMarketplace.Kernel.Events;

namespace IpMarketplace.Patents;

/// <summary>A patent was recorded for the first time.</summary>
public sealed record PatentRecorded : IDomainEvent;

/// <summary>What is publicly known of a patent changed: texts, classification, dates, maturity.</summary>
public sealed record PatentChanged : IDomainEvent;

/// <summary>The owners or their shares changed.</summary>
public sealed record PatentOwnersChanged : IDomainEvent;

/// <summary>The legal status of the right changed; listings and declarations on it react (INV-01).</summary>
public sealed record RightStatusChanged(RightStatus From, RightStatus To) : IDomainEvent;

/// <summary>An encumbrance was recorded, lifted, extended, or consented to.</summary>
public sealed record EncumbranceChanged(EncumbranceKind Kind) : IDomainEvent;
