namespace IpMarketplace.Api.Settings;

/// <summary>What the GraphQL server shows and how much it takes on.</summary>
internal sealed record GraphQLSettings
{
    /// <summary>Whether the schema may be asked for, and suggestions name its members; by default in Development only.</summary>
    public bool? Introspection { get; init; }

    /// <summary>How long an operation may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From how long on an operation is logged as slow: its name and the hash of its document, never its variables.</summary>
    public TimeSpan SlowOperation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Which operations are taken.</summary>
    public OperationSettings Operations { get; init; } = new();

    /// <summary>How much a request may ask for.</summary>
    public LimitSettings Limits { get; init; } = new();

    public IEnumerable<string> Problems()
    {
        foreach (var problem in Operations.Problems())
        {
            yield return problem;
        }
        if (Timeout <= TimeSpan.Zero)
        {
            yield return $"GraphQL:Timeout is {Timeout}; set it to more than 0, such as 00:00:30.";
        }
        if (SlowOperation < TimeSpan.Zero)
        {
            yield return $"GraphQL:SlowOperation is {SlowOperation}; set it to 0 or more, such as 00:00:01.";
        }
        foreach (var problem in Limits.Problems())
        {
            yield return problem;
        }
    }
}
