using IpMarketplace.Organizations;

namespace IpMarketplace.Patents;

/// <summary>Someone who owns a share of a patent. Natural persons are never stored by name or number (GI-10).</summary>
public sealed class PatentOwner
{
    /// <summary>What stands for the name of a natural person.</summary>
    public const string NaturalPerson = "自然人";

    private PatentOwner() => Name = "";

    private PatentOwner(long? organizationId, string name, OrganizationKind? kind, decimal share)
    {
        OrganizationId = organizationId;
        Name = name;
        Kind = kind;
        Share = share;
    }

    /// <summary>The place among the owners, from 0: the register's order.</summary>
    public int Position { get; internal set; }

    /// <summary>The organization, where it is registered here.</summary>
    public long? OrganizationId { get; private set; }

    /// <summary>The owner's name in the patent register; a natural person's is withheld.</summary>
    public string Name { get; private set; }

    /// <summary>What the owner is; null for a natural person.</summary>
    public OrganizationKind? Kind { get; private set; }

    /// <summary>The share in percent; the shares of a patent sum to 100 (INV-140).</summary>
    public decimal Share { get; private set; }

    /// <summary>Whether the owner is a natural person.</summary>
    public bool IsNaturalPerson => Kind is null;

    /// <summary>An organization registered here.</summary>
    public static PatentOwner Registered(Organization organization, decimal share) =>
        new(organization.Id, organization.Name, organization.Kind, share);

    /// <summary>An organization that is not registered here.</summary>
    public static PatentOwner External(string name, OrganizationKind kind, decimal share) => new(null, name, kind, share);

    /// <summary>A natural person.</summary>
    public static PatentOwner Person(decimal share) => new(null, NaturalPerson, null, share);

    /// <summary>An owner as it was stored.</summary>
    internal static PatentOwner Stored(int position, long? organizationId, string name, OrganizationKind? kind, decimal share) =>
        new(organizationId, name, kind, share) { Position = position };

    /// <summary>Equal shares that sum to 100 to the hundredth; the last takes the remainder.</summary>
    public static decimal EqualShare(int index, int count)
    {
        var share = Math.Floor(10_000m / count) / 100;
        return index == count - 1 ? 100 - share * (count - 1) : share;
    }

    internal bool SameAs(PatentOwner other) =>
        OrganizationId == other.OrganizationId && Name == other.Name && Kind == other.Kind && Share == other.Share;
}
