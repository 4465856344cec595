using IpMarketplace.Kernel.Lifecycles;

namespace IpMarketplace.Patents;

/// <summary>The life of a patent right (domain.md 9.1). It mirrors what CNIPA announces; nobody decides it here (INV-03).</summary>
public static class PatentLifecycle
{
    /// <summary>The transition table.</summary>
    public static Lifecycle<RightStatus, RightAction> Table { get; } = new Lifecycle<RightStatus, RightAction>(nameof(Patent), RightStatus.Pending)
        .On(RightAction.Grant, RightStatus.Pending, RightStatus.InForce)
        .On(RightAction.MissFee, RightStatus.InForce, RightStatus.FeeOverdue)
        .On(RightAction.PayFee, RightStatus.FeeOverdue, RightStatus.InForce)
        .On(RightAction.Terminate, RightStatus.FeeOverdue, RightStatus.Terminated)
        .On(RightAction.Restore, RightStatus.Terminated, RightStatus.InForce)
        .On(RightAction.Surrender, RightStatus.InForce, RightStatus.Surrendered)
        .On(RightAction.Expire, RightStatus.InForce, RightStatus.Expired)
        .On(RightAction.Invalidate, [RightStatus.InForce, RightStatus.FeeOverdue, RightStatus.Expired, RightStatus.Terminated], RightStatus.Invalidated)
        .EndsAt(RightStatus.Surrendered, RightStatus.Invalidated);
}
