namespace IpMarketplace.OpenLicensing;

/// <summary>How a licence fee is paid (FE-13, OL-11). Conversion into equity is not a form of an open licence.</summary>
public enum FeeStructure
{
    /// <summary>Nothing is paid (免费).</summary>
    Free,

    /// <summary>One fixed sum, due with the notice (一次总付).</summary>
    LumpSum,

    /// <summary>A fixed sum in equal parts, the first due with the notice (分期支付).</summary>
    Instalments,

    /// <summary>A share of what is earned, due period by period; nothing at the start (提成).</summary>
    Royalty,

    /// <summary>A fixed sum due with the notice, then a share of what is earned (入门费加提成).</summary>
    EntryPlusRoyalty,
}
