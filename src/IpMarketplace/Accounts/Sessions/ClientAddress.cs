namespace IpMarketplace.Accounts.Sessions;

/// <summary>From where the request of a scope comes, as attempts are counted.</summary>
/// <param name="Network">The IPv4 address, or of IPv6 the network of 64 bits, whose owner has any number of addresses; the server itself has none.</param>
public sealed record ClientAddress(string Network)
{
    /// <summary>Nobody's request: the server's own work.</summary>
    public static ClientAddress Server { get; } = new("");
}
