namespace IpMarketplace.Kernel.Security;

/// <summary>Everything that must be permitted. A root field names one, or is explicitly open to everyone.</summary>
public enum Permission
{
    /// <summary>Create, change, submit, suspend and close the own organization's listings.</summary>
    PrepareListings,

    /// <summary>Approve or return a listing of the own university.</summary>
    ApproveListings,

    /// <summary>Draft, submit and file open-licence declarations, and record what CNIPA answered.</summary>
    PrepareOpenLicences,

    /// <summary>Approve or return an open-licence declaration of the own university.</summary>
    ApproveOpenLicences,

    /// <summary>Send a licence notice and report its payment for the own organization or oneself.</summary>
    TakeLicences,

    /// <summary>Confirm or dispute a reported payment for the own university.</summary>
    ConfirmPayments,

    /// <summary>File and record the recordal of a licence one is party to.</summary>
    RecordLicences,

    /// <summary>Read requests and licences of the own organization; administrators read those of their region.</summary>
    ReadLicences,

    /// <summary>Read the statistics beyond their public part.</summary>
    ReadStatistics,

    /// <summary>Record what the patent register shows: status, fees, encumbrances, evaluation reports. Officers for own patents, administrations for those of their region.</summary>
    RecordPatentFacts,

    /// <summary>Moderate: suspend a listing or record a hindrance with a reason (OL-25).</summary>
    Moderate,
}
