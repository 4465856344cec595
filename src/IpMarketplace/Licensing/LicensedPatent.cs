namespace IpMarketplace.Licensing;

/// <summary>One patent of a licence; a contract covers 2.3 patents on average (domain.md 2.8).</summary>
public sealed class LicensedPatent
{
    private LicensedPatent() => PatentNumber = "";

    internal LicensedPatent(long patentId, string patentNumber)
    {
        PatentId = patentId;
        PatentNumber = patentNumber;
    }

    /// <summary>The patent.</summary>
    internal long PatentId { get; private set; }

    /// <summary>Its number when the licence took effect.</summary>
    public string PatentNumber { get; private set; }
}
