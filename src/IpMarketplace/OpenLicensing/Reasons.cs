namespace IpMarketplace.OpenLicensing;

/// <summary>How long reasons and references may be that a step of a lifecycle asks for (GI-06).</summary>
public static class Reasons
{
    /// <summary>The longest reason.</summary>
    public const int Length = 1000;

    /// <summary>The longest reference to a document: a gazette number, a receipt, a voucher, a stored file.</summary>
    public const int ReferenceLength = 200;
}
