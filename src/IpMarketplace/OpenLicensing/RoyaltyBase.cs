namespace IpMarketplace.OpenLicensing;

/// <summary>What a royalty is a share of (FE-12, CC 846).</summary>
public enum RoyaltyBase
{
    /// <summary>Net sales of the licensed products (净销售额).</summary>
    NetSales,

    /// <summary>Profit made with them (利润).</summary>
    Profit,

    /// <summary>The price of the product (产品价格).</summary>
    ProductPrice,

    /// <summary>Output value added by the exploitation (新增产值).</summary>
    AddedOutputValue,
}
