namespace IpMarketplace.Patents;

/// <summary>How far a technology is from industrial use; the stages stand for technology readiness levels.</summary>
public enum Maturity
{
    /// <summary>Principle or concept: readiness 1 to 3.</summary>
    Principle,

    /// <summary>Laboratory sample: readiness 4.</summary>
    Laboratory,

    /// <summary>Prototype or small trial: readiness 5 and 6.</summary>
    Prototype,

    /// <summary>Pilot scale (中试): readiness 7.</summary>
    Pilot,

    /// <summary>Ready for or in production: readiness 8 and 9.</summary>
    Production,
}
