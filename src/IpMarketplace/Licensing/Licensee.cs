namespace IpMarketplace.Licensing;

/// <summary>
/// Who takes a licence: an organization, or a natural person (OL-02), who has no name here but in the account (GI-10).
/// </summary>
/// <param name="OrganizationId">The organization; null for a natural person.</param>
/// <param name="PersonId">The account of the natural person; null for an organization.</param>
/// <param name="Name">The name on the notice.</param>
/// <param name="CreditCode">The organization's Unified Social Credit Code, by which its identity is verified; null for a natural person.</param>
public sealed record Licensee(long? OrganizationId, long? PersonId, string Name, string? CreditCode)
{
    /// <summary>What stands for the name of a natural person.</summary>
    public const string NaturalPerson = "自然人";

    /// <summary>A natural person, by the account.</summary>
    public static Licensee Person(long accountId) => new(null, accountId, NaturalPerson, null);
}
