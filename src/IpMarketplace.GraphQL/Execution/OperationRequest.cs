using System.Security.Claims;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>A GraphQL request as a transport hands it to the engine (spec 6.1).</summary>
public sealed class OperationRequest
{
    /// <summary>The document, as UTF-8; empty where the request names one. Read before the executor first waits; the memory may be reused from then on.</summary>
    public ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The name of a registered document, or <c>sha256:</c> and the SHA-256 of a known one; null where the request sends its document.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document to run; null where it has but one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables, as the UTF-8 text of a JSON object; empty for none. As short-lived as <see cref="Document"/>.</summary>
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>The request's <c>extensions</c>; undefined for none. Its <c>persistedQuery</c> may name the document.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>The files that came with the request, by the texts that stand for them where variables take an <c>Upload</c>; null for none.</summary>
    public IReadOnlyDictionary<string, IFile>? Files { get; init; }

    /// <summary>The services of the request's scope; null lets the executor open a scope of its own.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Who asks; null for nobody.</summary>
    public ClaimsPrincipal? User { get; init; }

    /// <summary>Which kinds of operation the transport allows; all by default.</summary>
    public OperationKinds AllowedOperations { get; init; } = OperationKinds.All;

    /// <summary>Data handed to the resolvers; null for none.</summary>
    public IReadOnlyDictionary<string, object?>? ContextData { get; init; }

    /// <summary>A request from text, for tests and in-process calls.</summary>
    /// <param name="document">The document's text.</param>
    /// <param name="variables">A JSON object, or null for none.</param>
    /// <param name="operationName">Which operation to run.</param>
    /// <param name="services">The request's services.</param>
    public static OperationRequest FromText(string document, string? variables = null, string? operationName = null, IServiceProvider? services = null) => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        Variables = variables is null ? default : Encoding.UTF8.GetBytes(variables),
        OperationName = operationName,
        Services = services,
    };

    /// <summary>The same request with other services.</summary>
    internal OperationRequest With(IServiceProvider services) => new()
    {
        Document = Document,
        DocumentId = DocumentId,
        OperationName = OperationName,
        Variables = Variables,
        Extensions = Extensions,
        Files = Files,
        Services = services,
        User = User,
        AllowedOperations = AllowedOperations,
        ContextData = ContextData,
    };
}

/// <summary>Kinds of operation, as a set.</summary>
[Flags]
public enum OperationKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Reading.</summary>
    Query = 1,

    /// <summary>Writing, then reading.</summary>
    Mutation = 2,

    /// <summary>Listening.</summary>
    Subscription = 4,

    /// <summary>Each of them.</summary>
    All = Query | Mutation | Subscription,
}
