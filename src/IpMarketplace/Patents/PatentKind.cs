namespace IpMarketplace.Patents;

/// <summary>The three kinds of patent (PL 2; domain.md 5.7).</summary>
public enum PatentKind
{
    /// <summary>Invention (发明): 20 years from filing.</summary>
    Invention,

    /// <summary>Utility model (实用新型): 10 years from filing; needs an evaluation report to be openly licensed.</summary>
    UtilityModel,

    /// <summary>Design (外观设计): 15 years from filing, 10 when filed before 2021-06-01.</summary>
    Design,
}
