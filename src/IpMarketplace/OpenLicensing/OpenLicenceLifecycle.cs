using IpMarketplace.Kernel.Lifecycles;
using static IpMarketplace.OpenLicensing.OpenLicenceAction;
using static IpMarketplace.OpenLicensing.OpenLicenceState;

namespace IpMarketplace.OpenLicensing;

/// <summary>The steps of an open-licence declaration (domain.md 9.4).</summary>
public static class OpenLicenceLifecycle
{
    /// <summary>The table.</summary>
    public static readonly Lifecycle<OpenLicenceState, OpenLicenceAction> Table =
        new Lifecycle<OpenLicenceState, OpenLicenceAction>(nameof(OpenLicence), Draft)
            .On(Revise, Draft, Draft)
            .On(Submit, Draft, InternalReview)
            .On(Return, InternalReview, Draft)
            .On(Approve, InternalReview, Ready)
            .On(OpenLicenceAction.File, [Ready, Correction], Filed)
            .On(RecordCorrection, Filed, Correction)
            .On(RecordRefusal, [Filed, Correction], Refused)
            .On(RecordAnnouncement, Filed, Announced)
            .On(StopAccepting, Announced, Announced)
            .On(StopAccepting, WithdrawalFiled, WithdrawalFiled)
            .On(AcceptAgain, Announced, Announced)
            .On(AcceptAgain, WithdrawalFiled, WithdrawalFiled)
            .On(FileWithdrawal, Announced, WithdrawalFiled)
            .On(RecordWithdrawal, WithdrawalFiled, Withdrawn)
            .On(RetractWithdrawal, WithdrawalFiled, Announced)
            .On(Lapse, [Announced, WithdrawalFiled], Lapsed)
            .EndsAt(Refused, Withdrawn, Lapsed);

    /// <summary>The states of which a patent has at most one declaration (INV-30): from ready to file until its end.</summary>
    public static readonly OpenLicenceState[] Standing = [Ready, Filed, Correction, Announced, WithdrawalFiled];

    /// <summary>The states in which the offer binds: a filed withdrawal takes effect only when announced (OL-43).</summary>
    public static readonly OpenLicenceState[] Announcements = [Announced, WithdrawalFiled];
}
