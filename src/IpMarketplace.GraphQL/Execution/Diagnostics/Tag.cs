using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Execution.Diagnostics;

/// <summary>Names of attributes on spans and measurements, and their values where the conventions list them.</summary>
internal static class Tag
{
    public const string OperationType = "graphql.operation.type";
    public const string OperationName = "graphql.operation.name";
    public const string Document = "graphql.document";
    public const string DocumentId = "graphql.document.id";
    public const string DocumentHash = "graphql.document.hash";
    public const string ProcessingType = "graphql.processing.type";
    public const string ErrorType = "error.type";
    public const string ErrorCode = "graphql.error.code";
    public const string ErrorPath = "graphql.error.path";
    public const string LoaderName = "graphql.dataloader.name";
    public const string BatchSize = "graphql.dataloader.batch.size";
    public const string LookupResult = "graphql.document.lookup.result";

    public static readonly KeyValuePair<string, object?> LookupHit = new(LookupResult, "hit");
    public static readonly KeyValuePair<string, object?> LookupMiss = new(LookupResult, "miss");
    public static readonly KeyValuePair<string, object?> LookupKnownInvalid = new(LookupResult, "known_invalid");

    /// <summary>The value of <see cref="OperationType"/>.</summary>
    public static string Of(OperationType type) => type switch
    {
        Language.OperationType.Query => "query",
        Language.OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
