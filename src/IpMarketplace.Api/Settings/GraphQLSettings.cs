namespace IpMarketplace.Api.Settings;

/// <summary>What the GraphQL server shows and how much it takes on.</summary>
internal sealed record GraphQLSettings
{
    /// <summary>Whether the schema may be asked for, and suggestions name its members; by default in Development only.</summary>
    public bool? Introspection { get; init; }

    /// <summary>How long an operation may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public IEnumerable<string> Problems()
    {
        if (Timeout <= TimeSpan.Zero)
        {
            yield return $"GraphQL:Timeout is {Timeout}; set it to more than 0, such as 00:00:30.";
        }
    }
}
