using IpMarketplace.Kernel.Events;

namespace IpMarketplace.Licensing;

/// <summary>A notice entered the patentee's inbox (OL-51).</summary>
public sealed record LicenceNoticeReceived : IDomainEvent;

/// <summary>A licensee reported a payment.</summary>
public sealed record LicencePaymentReported : IDomainEvent;

/// <summary>A patentee confirmed a payment, or its silence did.</summary>
public sealed record LicencePaymentConfirmed : IDomainEvent;

/// <summary>A patentee disputed a payment.</summary>
public sealed record LicencePaymentDisputed : IDomainEvent;

/// <summary>A request ended without a licence.</summary>
public sealed record LicenceRequestEnded : IDomainEvent;

/// <summary>A licence took effect.</summary>
public sealed record LicenceEffective : IDomainEvent;

/// <summary>A licence is recorded at CNIPA.</summary>
public sealed record LicenceRecorded : IDomainEvent;

/// <summary>A licence is no longer in effect.</summary>
public sealed record LicenceEnded : IDomainEvent;
