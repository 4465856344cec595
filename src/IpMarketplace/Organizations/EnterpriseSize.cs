namespace IpMarketplace.Organizations;

/// <summary>The size of an enterprise by the classification of 2011 (MIIT Enterprise [2011] No. 300; domain.md 5.5).</summary>
public enum EnterpriseSize
{
    /// <summary>Micro enterprise (微型).</summary>
    Micro,

    /// <summary>Small enterprise (小型).</summary>
    Small,

    /// <summary>Medium enterprise (中型).</summary>
    Medium,

    /// <summary>Large enterprise (大型): every metric reaches its ceiling, so not an SME.</summary>
    Large,
}
