namespace IpMarketplace.Kernel.Security;

/// <summary>What a person is to the marketplace (domain.md 9.0). A person holds roles in one organization only.</summary>
public enum Role
{
    /// <summary>Inventor at a university: fills inventory records of own patents, sees own rewards.</summary>
    Inventor,

    /// <summary>Technology-transfer officer of a university: prepares listings and declarations, confirms payments, records recordals.</summary>
    UniOfficer,

    /// <summary>Approves what leaves the university; must differ from the submitter (GI-08).</summary>
    UniApprover,

    /// <summary>Member of an enterprise: searches, posts needs, gives feedback, drafts requests.</summary>
    SmeMember,

    /// <summary>Signs for an enterprise: sends notices, reports payments.</summary>
    SmeSignatory,

    /// <summary>A natural person, who may take open licences like an enterprise (OL-02).</summary>
    Person,

    /// <summary>Acts for a party under a power of attorney in force.</summary>
    Agent,

    /// <summary>A bank that consents to licences and transfers of patents pledged to it.</summary>
    Pledgee,

    /// <summary>Handles assigned disputes; has no link to a party.</summary>
    Mediator,

    /// <summary>Province office: moderates, pushes, sees the statistics of its province; never acts for a party (PL 79).</summary>
    AdminProvince,

    /// <summary>National office: programmes, vocabularies, snapshots, statistics of the whole country; never acts for a party (PL 79).</summary>
    AdminNational,
}
