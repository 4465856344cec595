namespace IpMarketplace.Api.Settings;

/// <summary>How much one client may ask of one node. The defaults leave an office behind one address alone. Sign-ins and registrations: <c>Accounts</c>; sockets: <c>Sockets</c>.</summary>
internal sealed record RateLimitSettings
{
    /// <summary>Requests a second from an address, of IPv6 a network of 64 bits, whoever is signed in; operations on its sockets are counted too.</summary>
    public int RequestsPerAddress { get; init; } = 200;

    /// <summary>Requests a second of an account, from all addresses.</summary>
    public int RequestsPerAccount { get; init; } = 50;

    /// <summary>How many requests a client that was quiet may send at once.</summary>
    public int RequestBurst { get; init; } = 2_000;

    /// <summary>How many event streams an account may have open, or an address for its visitors.</summary>
    public int EventStreamsPerClient { get; init; } = 100;

    public IEnumerable<string> Problems()
    {
        (string Name, int Value)[] limits =
        [
            (nameof(RequestsPerAddress), RequestsPerAddress),
            (nameof(RequestsPerAccount), RequestsPerAccount),
            (nameof(RequestBurst), RequestBurst),
            (nameof(EventStreamsPerClient), EventStreamsPerClient),
        ];
        foreach (var (name, value) in limits.Where(limit => limit.Value is < 1 or > 1_000_000))
        {
            yield return $"RateLimits:{name} is {value}; set it between 1 and 1000000.";
        }
    }
}
