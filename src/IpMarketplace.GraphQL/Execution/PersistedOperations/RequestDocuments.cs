using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Planning;

namespace IpMarketplace.GraphQL.Execution.PersistedOperations;

/// <summary>
/// Finds the document that a request means: by its text, by <c>documentId</c> (GraphQL over HTTP, Persisted Documents) or by
/// <c>extensions.persistedQuery</c> (Automatic Persisted Queries). A document that is named is neither parsed nor even hashed.
/// </summary>
internal sealed class RequestDocuments(DocumentStore store, RegisteredDocuments registered, PersistedOperationOptions options)
{
    private const string Sha256Prefix = "sha256:";

    private readonly bool _takesTexts = !options.OnlyAllowPersistedDocuments;
    private readonly BoundedCache<string, CachedDocument>? _automatic =
        options is { AutomaticPersistedOperations: true, OnlyAllowPersistedDocuments: false } ? new(options.AutomaticPersistedOperationCacheSize) : null;

    /// <summary>The document, ready to be planned.</summary>
    /// <exception cref="GraphQLException">The text is no valid document, or nothing is known by the name.</exception>
    public CachedDocument Get(OperationRequest request)
    {
        if (request.DocumentId is null && request.Extensions.ValueKind == JsonValueKind.Undefined && _takesTexts)
        {
            return store.Get(request.Document);
        }
        var hash = PersistedQueryExtension.HashIn(request.Extensions);
        var hasText = !request.Document.IsEmpty;
        if (request.DocumentId is { } id)
        {
            return hasText || hash is not null ? throw Ambiguous() : Find(WithoutPrefix(id)) ?? throw NotFound($"There is no document \"{Excerpt.Of(id)}\".");
        }
        if (hasText)
        {
            return _takesTexts ? GetByText(request.Document, hash) : throw TextNotTaken();
        }
        return hash is null ? throw NoDocument() : Find(hash) ?? throw (_automatic is null ? NotSupported() : NotFound("PersistedQueryNotFound"));
    }

    private CachedDocument GetByText(ReadOnlyMemory<byte> text, string? hash)
    {
        if (hash is null || _automatic is null)
        {
            return store.Get(text);
        }
        if (RegisteredDocuments.Sha256(text.Span) != hash)
        {
            throw new GraphQLException(new Error($"The SHA-256 of the query is not \"{Excerpt.Of(hash)}\", as extensions.persistedQuery says.", ErrorCode.PersistedQueryHashMismatch));
        }
        var document = store.Get(text);
        return _automatic.GetOrAdd(hash, document, document.Weight);
    }

    private CachedDocument? Find(string id) =>
        registered.Find(id) ?? (_automatic is not null && _automatic.TryGet(id, out var added) ? added : null);

    private static string WithoutPrefix(string id) => id.StartsWith(Sha256Prefix, StringComparison.Ordinal) ? id[Sha256Prefix.Length..] : id;

    private static GraphQLException Ambiguous() =>
        new(new Error("A request either sends a document or names one: by \"documentId\", or by \"extensions.persistedQuery\".", ErrorCode.BadRequest));

    private static GraphQLException NoDocument() => new(new Error("The request neither sends a document nor names one.", ErrorCode.BadRequest));

    private static GraphQLException TextNotTaken() =>
        new(new Error("Only registered operations are taken: name one by \"documentId\" instead of sending its text.", ErrorCode.PersistedDocumentRequired));

    // Clients of Automatic Persisted Queries know these two by their code or by their exact message.
    private static GraphQLException NotFound(string message) => new(new Error(message, ErrorCode.PersistedQueryNotFound));

    private static GraphQLException NotSupported() => new(new Error("PersistedQueryNotSupported", ErrorCode.PersistedQueryNotSupported));
}
