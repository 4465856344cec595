namespace IpMarketplace.GraphQL.TypeSystem.Comparison;

/// <summary>What a change of a schema may do to clients written for the old one.</summary>
public enum Criticality
{
    /// <summary>Every client goes on as before.</summary>
    Safe,

    /// <summary>Documents stay valid, but a client may meet what it does not expect: a new enum value, another default.</summary>
    Dangerous,

    /// <summary>Documents or variables that were right become wrong, or answers take another form.</summary>
    Breaking,
}
