namespace IpMarketplace.OpenLicensing;

/// <summary>Where an open-licence declaration stands (domain.md 9.4).</summary>
public enum OpenLicenceState
{
    /// <summary>Being written; seen only by its organization.</summary>
    Draft,

    /// <summary>Submitted; waits for an approver who is not the submitter (GI-08).</summary>
    InternalReview,

    /// <summary>Approved; may be filed at CNIPA.</summary>
    Ready,

    /// <summary>Filed at CNIPA (OL-15).</summary>
    Filed,

    /// <summary>CNIPA asked for a correction.</summary>
    Correction,

    /// <summary>CNIPA refused it.</summary>
    Refused,

    /// <summary>Announced in the gazette: an offer to everyone (OL-30, OL-32).</summary>
    Announced,

    /// <summary>A withdrawal is filed; the offer stands until the withdrawal is announced (OL-43).</summary>
    WithdrawalFiled,

    /// <summary>The withdrawal is announced; licences taken before keep their effect (OL-44).</summary>
    Withdrawn,

    /// <summary>The right or the declared period ended.</summary>
    Lapsed,
}

/// <summary>What can be done with an open-licence declaration.</summary>
public enum OpenLicenceAction
{
    /// <summary>Change what it declares while it is a draft.</summary>
    Revise,

    /// <summary>Hand it to an approver.</summary>
    Submit,

    /// <summary>Send it back with a reason.</summary>
    Return,

    /// <summary>Approve it for filing.</summary>
    Approve,

    /// <summary>Record that it was filed at CNIPA, at first or again after a correction.</summary>
    File,

    /// <summary>Record that CNIPA asks for a correction.</summary>
    RecordCorrection,

    /// <summary>Record that CNIPA refused it.</summary>
    RecordRefusal,

    /// <summary>Record its announcement with gazette evidence (INV-36).</summary>
    RecordAnnouncement,

    /// <summary>The system stops new requests because a bar arose (OL-47).</summary>
    StopAccepting,

    /// <summary>The system lets new requests in again because the bar is gone.</summary>
    AcceptAgain,

    /// <summary>Record that its withdrawal was filed.</summary>
    FileWithdrawal,

    /// <summary>Record that the withdrawal was announced.</summary>
    RecordWithdrawal,

    /// <summary>Record that the withdrawal was retracted or refused.</summary>
    RetractWithdrawal,

    /// <summary>The system ends it because the right or the declared period ended.</summary>
    Lapse,
}
