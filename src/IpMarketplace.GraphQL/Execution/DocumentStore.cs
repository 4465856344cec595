using System.Diagnostics.CodeAnalysis;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.Validation;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>
/// Parses and validates each document once. Valid ones are kept by their bytes, in bounded memory; a few invalid ones are kept with their
/// errors, apart, so that a client that repeats a mistake cannot push out what works.
/// </summary>
internal sealed class DocumentStore(Schema schema, DocumentValidator validator, ExecutionOptions options, ExecutionInstruments instruments)
{
    // Real clients' mistakes are shorter; what is made to exhaust a server shall not fill its memory too.
    private const int LongestInvalidKept = 32 * 1024;

    private readonly BoundedCache<DocumentText, CachedDocument> _valid = new(options.DocumentCacheSize);
    private readonly BoundedCache<DocumentText, IReadOnlyList<IError>> _invalid = new(options.InvalidDocumentCacheSize);
    private readonly ParserOptions _parsing = options.Validation.Limits.ForParser;
    private readonly ExclusiveServices _exclusive = new(options.ExclusiveServices);

    /// <summary>The document of a text, ready to be planned.</summary>
    /// <exception cref="GraphQLException">The text is no document, or an invalid one.</exception>
    public CachedDocument Get(ReadOnlyMemory<byte> text)
    {
        var key = new DocumentText(text);
        if (_valid.TryGet(key, out var known))
        {
            instruments.DocumentLookups.Add(1, Tag.LookupHit);
            return known;
        }
        if (_invalid.TryGet(key, out var knownErrors))
        {
            instruments.DocumentLookups.Add(1, Tag.LookupKnownInvalid);
            throw new GraphQLException(knownErrors);
        }
        instruments.DocumentLookups.Add(1, Tag.LookupMiss);
        key = key.Copy();
        var errors = Check(key.Bytes, out known);
        if (errors.Count > 0)
        {
            throw new GraphQLException(text.Length > LongestInvalidKept ? errors : _invalid.GetOrAdd(key, errors));
        }
        return _valid.GetOrAdd(key, known!, known!.Weight);
    }

    private IReadOnlyList<IError> Check(ReadOnlyMemory<byte> text, out CachedDocument? document)
    {
        document = null;
        if (!TryParse(text.Span, out var node, out var syntaxError))
        {
            return [syntaxError];
        }
        using var phase = instruments.StartPhase(Phase.Kind.Validate);
        var errors = validator.Validate(node);
        if (errors.Count == 0)
        {
            document = new CachedDocument(schema, _exclusive, instruments, node, text);
        }
        else
        {
            phase?.Fail(ExecutionInstruments.ErrorType(errors[0]));
        }
        return errors;
    }

    private bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out DocumentNode? node, [NotNullWhen(false)] out IError? error)
    {
        using var phase = instruments.StartPhase(Phase.Kind.Parse);
        try
        {
            node = Utf8GraphQLParser.Parse(text, _parsing);
            error = null;
            return true;
        }
        catch (SyntaxException exception)
        {
            node = null;
            error = ToError(exception);
            phase?.Fail(ExecutionInstruments.ErrorType(error));
            return false;
        }
    }

    private static IError ToError(SyntaxException exception)
    {
        var error = ErrorBuilder.New().SetMessage(exception.Message).SetCode(ErrorCode.SyntaxError).AddLocation(exception.Line, exception.Column);
        if (exception is SyntaxLimitException excess)
        {
            error.SetCode(CodeOf(excess.Exceeded)).SetExtension("limit", excess.Limit);
        }
        return error.Build();
    }

    private static string CodeOf(SyntaxLimit exceeded) => exceeded switch
    {
        SyntaxLimit.Tokens => ErrorCode.TokenLimitExceeded,
        SyntaxLimit.Nesting => ErrorCode.NestingLimitExceeded,
        _ => ErrorCode.DirectiveLimitExceeded,
    };
}
