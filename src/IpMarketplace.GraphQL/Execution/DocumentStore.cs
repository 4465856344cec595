using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.Validation;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>
/// Parses and validates each document once. Valid ones are kept by their bytes, in bounded memory; a few invalid ones are kept with their
/// errors, apart, so that a client that repeats a mistake cannot push out what works.
/// </summary>
internal sealed class DocumentStore(Schema schema, DocumentValidator validator, ExecutionOptions options)
{
    private const int OverheadPerDocument = 1024;

    private readonly BoundedCache<DocumentText, CachedDocument> _valid = new(options.DocumentCacheSize);
    private readonly BoundedCache<DocumentText, IReadOnlyList<IError>> _invalid = new(options.InvalidDocumentCacheSize);
    private readonly ExclusiveServices _exclusive = new(options.ExclusiveServices);

    /// <summary>The document of a text, ready to be planned.</summary>
    /// <exception cref="GraphQLException">The text is no document, or an invalid one.</exception>
    public CachedDocument Get(ReadOnlyMemory<byte> text)
    {
        var key = new DocumentText(text);
        if (_valid.TryGet(key, out var known))
        {
            return known;
        }
        var errors = _invalid.TryGet(key, out var knownErrors) ? knownErrors : Check(text.Span, out known);
        if (errors.Count > 0)
        {
            throw new GraphQLException(_invalid.GetOrAdd(key.Copy(), errors));
        }
        return _valid.GetOrAdd(key.Copy(), known!, text.Length + OverheadPerDocument);
    }

    private IReadOnlyList<IError> Check(ReadOnlySpan<byte> text, out CachedDocument? document)
    {
        document = null;
        DocumentNode node;
        try
        {
            node = Utf8GraphQLParser.Parse(text);
        }
        catch (SyntaxException exception)
        {
            return [ErrorBuilder.New().SetMessage(exception.Message).SetCode(ErrorCode.SyntaxError).AddLocation(exception.Line, exception.Column).Build()];
        }
        var errors = validator.Validate(node);
        if (errors.Count == 0)
        {
            document = new CachedDocument(schema, _exclusive, node);
        }
        return errors;
    }
}
