namespace IpMarketplace.Patents;

/// <summary>The legal status of the right itself, as CNIPA announced it (domain.md 9.1). What burdens the right is kept apart, as encumbrances (5.8).</summary>
public enum RightStatus
{
    /// <summary>Not known to be granted: an application, or a record whose grant nobody has shown.</summary>
    Pending,

    /// <summary>Granted and in force (专利权有效).</summary>
    InForce,

    /// <summary>In force, but within the six months for paying a missed annual fee with surcharge (滞纳期).</summary>
    FeeOverdue,

    /// <summary>Ended for an unpaid annual fee, as of its due date (未缴年费终止).</summary>
    Terminated,

    /// <summary>Given up by the owner (放弃).</summary>
    Surrendered,

    /// <summary>The term is over (期限届满).</summary>
    Expired,

    /// <summary>Declared wholly invalid, void from the beginning (全部无效).</summary>
    Invalidated,
}
