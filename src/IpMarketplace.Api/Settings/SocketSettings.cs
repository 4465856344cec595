namespace IpMarketplace.Api.Settings;

/// <summary>How long sockets wait, and how many there may be. Which pages may open them is said by <c>Http:AllowedOrigins</c>.</summary>
internal sealed record SocketSettings
{
    /// <summary>How long a client may take to initialise its connection; then 4408.</summary>
    public TimeSpan InitialisationTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long a silence a client is pinged.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a pinged client may stay silent; then 4504.</summary>
    public TimeSpan PongTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a message may wait for a client that does not read; then the connection is cut.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest message of a client, in bytes; then 1009.</summary>
    public int MaxMessageBytes { get; init; } = 1_048_576;

    /// <summary>How many operations may run on a socket at a time.</summary>
    public int MaxOperations { get; init; } = 100;

    /// <summary>How many sockets a user may have open, or an address for its visitors.</summary>
    public int MaxPerClient { get; init; } = 100;

    public IEnumerable<string> Problems()
    {
        (string Name, TimeSpan Value, string Example)[] times =
        [
            (nameof(InitialisationTimeout), InitialisationTimeout, "00:00:10"),
            (nameof(KeepAliveInterval), KeepAliveInterval, "00:00:30"),
            (nameof(PongTimeout), PongTimeout, "00:00:20"),
            (nameof(SendTimeout), SendTimeout, "00:00:30"),
        ];
        foreach (var (name, value, example) in times.Where(time => time.Value <= TimeSpan.Zero || time.Value > TimeSpan.FromDays(1)))
        {
            yield return $"Sockets:{name} is {value}; set it to more than 0 and at most a day, such as {example}.";
        }
        (string Name, int Value, int Least)[] numbers = [(nameof(MaxMessageBytes), MaxMessageBytes, 1024), (nameof(MaxOperations), MaxOperations, 1), (nameof(MaxPerClient), MaxPerClient, 1)];
        foreach (var (name, value, least) in numbers.Where(number => number.Value < number.Least || number.Value > 1_073_741_824))
        {
            yield return $"Sockets:{name} is {value}; set it between {least} and 1073741824.";
        }
    }
}
