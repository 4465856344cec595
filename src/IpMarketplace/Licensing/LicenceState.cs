namespace IpMarketplace.Licensing;

/// <summary>The type of a licence (domain.md 3.1).</summary>
public enum LicenceType
{
    /// <summary>An ordinary licence obtained through an announced declaration (开放许可).</summary>
    Open,

    /// <summary>The licensor may license others and exploit itself (普通许可).</summary>
    Ordinary,

    /// <summary>One licensee and the patentee itself (排他许可).</summary>
    Sole,

    /// <summary>One licensee, the patentee excluded too (独占许可).</summary>
    Exclusive,
}

/// <summary>Where a licence stands (domain.md 9.7).</summary>
public enum LicenceState
{
    /// <summary>In effect.</summary>
    Effective,

    /// <summary>A party reported a breach that is not cured.</summary>
    Breached,

    /// <summary>Its period, or the right, came to an end.</summary>
    Ended,

    /// <summary>Ended before its time by agreement or for breach.</summary>
    TerminatedEarly,

    /// <summary>The right was invalidated; paid fees stand, nothing more is due (OL-76).</summary>
    Voided,
}

/// <summary>What can be done with a licence.</summary>
public enum LicenceAction
{
    /// <summary>Report a breach with its evidence.</summary>
    ReportBreach,

    /// <summary>Record that the breach is cured.</summary>
    RecordCure,

    /// <summary>End it early: by agreement, or for a breach that was not cured.</summary>
    Terminate,

    /// <summary>The system ends it because its period or the right is over.</summary>
    End,

    /// <summary>The system voids it because the right was invalidated.</summary>
    Void,
}

/// <summary>Where the recordal of a licence at CNIPA stands; it never decides on the licence's effect (OL-64).</summary>
public enum RecordalState
{
    /// <summary>Not filed yet; due within three months of effect (OL-61).</summary>
    NotFiled,

    /// <summary>Filed by the patentee or the licensee (OL-60).</summary>
    Filed,

    /// <summary>CNIPA asked for a correction.</summary>
    Correction,

    /// <summary>Recorded, with a recordal number.</summary>
    Recorded,

    /// <summary>CNIPA refused it on a ground of RC-09.</summary>
    Refused,

    /// <summary>Deregistered after an early end (RC-10).</summary>
    Deregistered,
}

/// <summary>What can be done about the recordal of a licence.</summary>
public enum RecordalAction
{
    /// <summary>Record that it was filed, at first or again after a correction.</summary>
    File,

    /// <summary>Record that CNIPA asks for a correction.</summary>
    RecordCorrection,

    /// <summary>Record the recordal with number and certificate.</summary>
    Record,

    /// <summary>Record that CNIPA refused it.</summary>
    RecordRefusal,

    /// <summary>Record its deregistration.</summary>
    Deregister,
}
