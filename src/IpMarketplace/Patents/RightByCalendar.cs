namespace IpMarketplace.Patents;

/// <summary>What the calendar makes of a recorded status before anybody records it (AF-03, AF-04, AF-11): what <see cref="Patent.FollowCalendar"/> will record.</summary>
internal static class RightByCalendar
{
    /// <summary>The status on a day.</summary>
    /// <param name="recorded">The status recorded last.</param>
    /// <param name="lastDay">The last day of the term, where it is known.</param>
    /// <param name="feeDueOn">The due date of the first annual fee not yet paid, where it is known.</param>
    /// <param name="day">The day.</param>
    public static RightStatus StatusOn(RightStatus recorded, DateOnly? lastDay, DateOnly? feeDueOn, DateOnly day) => recorded switch
    {
        RightStatus.InForce when day > lastDay => RightStatus.Expired,
        RightStatus.InForce or RightStatus.FeeOverdue when day > feeDueOn?.AddMonths(AnnualFees.GraceMonths) => RightStatus.Terminated,
        RightStatus.InForce when day > feeDueOn => RightStatus.FeeOverdue,
        _ => recorded,
    };

    /// <summary>Whether a right of this status stands, be it with a late fee.</summary>
    public static bool IsAlive(RightStatus status) => status is RightStatus.InForce or RightStatus.FeeOverdue;
}
