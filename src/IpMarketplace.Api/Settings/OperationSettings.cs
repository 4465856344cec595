namespace IpMarketplace.Api.Settings;

/// <summary>Operations that clients name instead of sending them.</summary>
internal sealed record OperationSettings
{
    /// <summary>
    /// The folder of the registered operations, <c>*.graphql</c> in it and below it; empty for none. A client names one by <c>documentId</c>: the file's
    /// name without extension, or the SHA-256 of its text.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>Whether registered operations are the only ones that run.</summary>
    public bool OnlyRegistered { get; init; }

    /// <summary>Whether a client may add an operation by sending it once with its SHA-256 (Automatic Persisted Queries).</summary>
    public bool Automatic { get; init; } = true;

    public IEnumerable<string> Problems()
    {
        if (OnlyRegistered && string.IsNullOrWhiteSpace(Folder))
        {
            yield return "GraphQL:Operations:OnlyRegistered is true, but GraphQL:Operations:Folder is empty; set it to the folder that holds the registered operations.";
        }
    }
}
