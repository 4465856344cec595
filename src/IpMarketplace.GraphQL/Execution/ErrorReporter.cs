using IpMarketplace.GraphQL.Errors;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>
/// Turns exceptions into errors and passes every error through the filters. What a <see cref="GraphQLException"/> says is shown; any other
/// exception is logged under an id, and the client gets the id and nothing else, unless an <see cref="IExceptionFilter"/> knows it.
/// </summary>
internal sealed class ErrorReporter(ExecutionOptions options, IEnumerable<IErrorFilter> filters, IEnumerable<IExceptionFilter> known, ILogger logger)
{
    private readonly IErrorFilter[] _filters = [.. filters];
    private readonly IExceptionFilter[] _known = [.. known];

    public IReadOnlyList<IError> From(Exception exception) => exception switch
    {
        GraphQLException graphQL => graphQL.Errors,
        InsufficientExecutionStackException => [new Error("The operation is nested too deep.", ErrorCode.NestingLimitExceeded)],
        _ => [_known.Select(filter => filter.OnException(exception)).FirstOrDefault(error => error is not null) ?? Unexpected(exception)],
    };

    public IError Filter(IError error)
    {
        try
        {
            foreach (var filter in _filters)
            {
                error = filter.OnError(error);
            }
            return error;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Unexpected(exception);
        }
    }

    /// <summary>Notes what a field failed with after it was cancelled: no fault, but of use to who looks for one.</summary>
    public void NoteCancelled(Exception failure)
    {
        if (failure is not OperationCanceledException)
        {
            logger.LogDebug(failure, "A field failed after its operation was cancelled");
        }
    }

    public IReadOnlyList<IError> Filter(IReadOnlyList<IError> errors) => _filters.Length == 0 ? errors : [.. errors.Select(Filter)];

    private IError Unexpected(Exception exception)
    {
        var id = Guid.NewGuid().ToString("N");
        logger.LogError(exception, "Unexpected execution error {ErrorId}", id);
        var error = ErrorBuilder.New().SetMessage("Unexpected Execution Error.").SetCode(ErrorCode.Unexpected).SetException(exception).SetExtension("id", id);
        if (options.IncludeExceptionDetails)
        {
            error.SetMessage(exception.Message).SetExtension("exception", exception.ToString());
        }
        return error.Build();
    }
}
