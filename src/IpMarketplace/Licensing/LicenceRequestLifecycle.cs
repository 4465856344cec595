using IpMarketplace.Kernel.Lifecycles;
using static IpMarketplace.Licensing.LicenceRequestAction;
using static IpMarketplace.Licensing.LicenceRequestState;

namespace IpMarketplace.Licensing;

/// <summary>The steps of a request for an open licence (domain.md 9.5).</summary>
public static class LicenceRequestLifecycle
{
    /// <summary>The table.</summary>
    public static readonly Lifecycle<LicenceRequestState, LicenceRequestAction> Table =
        new Lifecycle<LicenceRequestState, LicenceRequestAction>(nameof(LicenceRequest), Draft)
            .On(SendNotice, Draft, NoticeSent)
            .On(ReceiveNotice, NoticeSent, NoticeReceived)
            .On(GrantWithoutPayment, NoticeReceived, Effective)
            .On(AskForPayment, NoticeReceived, AwaitingPayment)
            .On(ReportPayment, AwaitingPayment, PaymentReported)
            .On(ConfirmPayment, PaymentReported, Effective)
            .On(DisputePayment, PaymentReported, AwaitingPayment)
            .On(ExpireUnpaid, AwaitingPayment, ExpiredUnpaid)
            .On(Cancel, [Draft, NoticeSent, NoticeReceived, AwaitingPayment], Cancelled)
            .On(LicenceRequestAction.Void, [NoticeSent, AwaitingPayment, PaymentReported], LicenceRequestState.Void)
            .EndsAt(Effective, LicenceRequestState.Void, ExpiredUnpaid, Cancelled);

    /// <summary>The states in which a request may still become a licence; a licensee has at most one such request per declaration.</summary>
    public static readonly LicenceRequestState[] Open = [Draft, NoticeSent, NoticeReceived, AwaitingPayment, PaymentReported];
}
