namespace IpMarketplace.GraphQL.Execution.Diagnostics;

/// <summary>What spans and measurements say about a request beyond its type and the hash of its document. Never variables, never literals.</summary>
public sealed class InstrumentationOptions
{
    /// <summary>The name of the engine's <see cref="System.Diagnostics.ActivitySource"/> and of its <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string SourceName = "IpMarketplace.GraphQL";

    /// <summary>Whether spans carry <c>graphql.document</c>: the document without comments, each number and string replaced by <c>?</c>. False by default.</summary>
    public bool IncludeDocument { get; set; }

    /// <summary>
    /// Whether the operation's name is part of the span's name and a tag of measurements. For servers whose operations are registered: clients
    /// may make up names without end. Spans carry the name as <c>graphql.operation.name</c> either way. False by default.
    /// </summary>
    public bool IncludeOperationName { get; set; }
}
