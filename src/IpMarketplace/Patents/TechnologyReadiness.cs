namespace IpMarketplace.Patents;

/// <summary>Technology readiness levels, 1 to 9, and the stages they stand for.</summary>
public static class TechnologyReadiness
{
    /// <summary>The stage of a level.</summary>
    public static Maturity? StageOf(int? level) => level switch
    {
        null => null,
        <= 3 => Maturity.Principle,
        4 => Maturity.Laboratory,
        <= 6 => Maturity.Prototype,
        7 => Maturity.Pilot,
        _ => Maturity.Production,
    };
}
