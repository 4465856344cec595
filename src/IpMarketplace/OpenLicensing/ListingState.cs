namespace IpMarketplace.OpenLicensing;

/// <summary>What an owner offers to do with a patent.</summary>
public enum ListingMode
{
    /// <summary>License it openly to everyone at a declared price (开放许可).</summary>
    OpenLicence,

    /// <summary>Negotiate a licence (协商许可).</summary>
    NegotiatedLicence,

    /// <summary>Assign the right (转让).</summary>
    Transfer,

    /// <summary>Contribute it as capital (作价投资).</summary>
    Equity,

    /// <summary>Let everyone use it free under an open-source licence (开源).</summary>
    OpenSource,
}

/// <summary>Where a listing stands (domain.md 9.3).</summary>
public enum ListingState
{
    /// <summary>Being written; seen only by its organization.</summary>
    Draft,

    /// <summary>Submitted; waits for an approver who is not the submitter (GI-08).</summary>
    InReview,

    /// <summary>Returned by the approver with a reason; may be revised and submitted again.</summary>
    Rejected,

    /// <summary>Everyone can find it.</summary>
    Published,

    /// <summary>Hidden for a while: a bar arose, or someone gave a reason.</summary>
    Suspended,

    /// <summary>Ended for good.</summary>
    Closed,
}

/// <summary>What can be done with a listing; each is a mutation of that name.</summary>
public enum ListingAction
{
    /// <summary>Change its content before it is reviewed.</summary>
    Revise,

    /// <summary>Hand it to an approver.</summary>
    Submit,

    /// <summary>Publish it.</summary>
    Approve,

    /// <summary>Send it back with a reason.</summary>
    Return,

    /// <summary>Hide it with a reason.</summary>
    Suspend,

    /// <summary>Show it again.</summary>
    Resume,

    /// <summary>End it.</summary>
    Close,
}
