namespace IpMarketplace.GraphQL.Execution.PersistedOperations;

/// <summary>How requests may name a document instead of sending it. Documents of an <see cref="IOperationDocumentStorage"/> can always be named.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>
    /// Whether registered documents are the only ones that run: a request that sends a text is refused with <c>PERSISTED_DOCUMENT_REQUIRED</c>, and
    /// no client can add documents.
    /// </summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>Whether a client that sends a document together with its SHA-256 may name it by that afterwards (Automatic Persisted Queries).</summary>
    public bool AutomaticPersistedOperations { get; set; }

    /// <summary>How much memory the documents that clients have added may take with their plans, about, in bytes; those not used for longest are forgotten.</summary>
    public long AutomaticPersistedOperationCacheSize { get; set; } = 16 * 1024 * 1024;
}
