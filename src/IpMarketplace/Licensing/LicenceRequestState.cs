namespace IpMarketplace.Licensing;

/// <summary>Where a request for an open licence stands (domain.md 9.5). The patentee has no way to reject it (INV-40).</summary>
public enum LicenceRequestState
{
    /// <summary>Being prepared.</summary>
    Draft,

    /// <summary>The notice has left the licensee.</summary>
    NoticeSent,

    /// <summary>The notice has entered the patentee's inbox on the platform (OL-51).</summary>
    NoticeReceived,

    /// <summary>A first payment is due.</summary>
    AwaitingPayment,

    /// <summary>The licensee reported the payment; the patentee has to confirm it.</summary>
    PaymentReported,

    /// <summary>The licence exists.</summary>
    Effective,

    /// <summary>The notice came too late, or the right ended before the licence took effect.</summary>
    Void,

    /// <summary>The payment deadline passed.</summary>
    ExpiredUnpaid,

    /// <summary>The licensee took it back before paying.</summary>
    Cancelled,
}

/// <summary>What can be done with a request for an open licence.</summary>
public enum LicenceRequestAction
{
    /// <summary>Send the notice.</summary>
    SendNotice,

    /// <summary>The system puts the notice into the patentee's inbox.</summary>
    ReceiveNotice,

    /// <summary>The system asks for the first payment.</summary>
    AskForPayment,

    /// <summary>The system grants the licence because nothing is due at the start (OL-53).</summary>
    GrantWithoutPayment,

    /// <summary>Report the payment with its voucher.</summary>
    ReportPayment,

    /// <summary>Confirm the payment; the licence takes effect.</summary>
    ConfirmPayment,

    /// <summary>Dispute the payment with a reason; it is due again.</summary>
    DisputePayment,

    /// <summary>The system ends it because the payment deadline passed.</summary>
    ExpireUnpaid,

    /// <summary>Take it back before payment.</summary>
    Cancel,

    /// <summary>The system ends it because the notice came too late or the right ended.</summary>
    Void,
}
