using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution.Responses;
using IpMarketplace.GraphQL.Planning;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Handling errors (spec 6.4.4): an error makes its position null, or the nearest position above that may be null.</summary>
internal sealed partial class OperationExecution
{
    /// <summary>Adds an error that a resolver reports beside its value. May be called from any thread.</summary>
    public void Report(IError error, ResolverContext context) => Add(At(error, context.Node, context.Selection));

    private void Fail(ResultNode node, int index, Selection selection, IReadOnlyList<IError> errors)
    {
        var path = node.PathOf(index);
        foreach (var error in errors)
        {
            Add(Placed(error, path, selection));
        }
        node.PutNull(index);
        CountErrors(node, index);
    }

    private void Fail(ResultNode node, int index, Selection selection, string message, string code) =>
        Fail(node, index, selection, [new Error(message, code)]);

    private static IError At(IError error, ObjectResult node, Selection selection) => Placed(error, node.PathOf(selection.Index), selection);

    private static IError Placed(IError error, Path path, Selection selection)
    {
        if (error.Path is null)
        {
            error = error.WithPath(path);
        }
        return error.Locations is null ? error.WithLocations(selection.Locations) : error;
    }

    /// <param name="error">The error.</param>
    /// <param name="isLast">Whether it says that there is no room for further ones.</param>
    private void Add(IError error, bool isLast = false)
    {
        error = _reporter.Filter(error);
        lock (_gate)
        {
            if (_finished || (_errorBytes > _mostBytes && !isLast))
            {
                return;
            }
            _errorBytes += ErrorWithoutMessage + error.Message.Length;
            (_errors ??= []).Add(error);
        }
    }
}
