using System.Collections.Concurrent;
using System.Collections.Frozen;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>A valid document, and the plans of its operations once they have been run.</summary>
internal sealed class CachedDocument
{
    private readonly Schema _schema;
    private readonly ExclusiveServices _exclusive;
    private readonly OperationDefinitionNode[] _operations;
    private readonly FrozenDictionary<string, FragmentDefinitionNode> _fragments;
    private readonly ConcurrentDictionary<OperationDefinitionNode, Operation> _plans = new();
    private Operation? _onlyPlan;

    public CachedDocument(Schema schema, ExclusiveServices exclusive, DocumentNode document)
    {
        (_schema, _exclusive) = (schema, exclusive);
        _operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];
        _fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToFrozenDictionary(fragment => fragment.Name);
    }

    /// <summary>The plan of the operation that a request means (spec 6.1, GetOperation).</summary>
    /// <exception cref="GraphQLException">There is no such operation, or it is not clear which one is meant.</exception>
    public Operation GetPlan(string? operationName)
    {
        if (operationName is null && _onlyPlan is { } known)
        {
            return known;
        }
        var plan = _plans.GetOrAdd(Find(operationName), static (definition, self) => new Operation(self._schema, self._exclusive, definition, self._fragments), this);
        if (operationName is null)
        {
            _onlyPlan = plan;
        }
        return plan;
    }

    private OperationDefinitionNode Find(string? operationName)
    {
        if (operationName is not null)
        {
            return Array.Find(_operations, operation => operation.Name == operationName)
                ?? throw NotFound($"The document has no operation named \"{operationName}\".");
        }
        return _operations switch
        {
            [var only] => only,
            [] => throw NotFound("The document has no operation."),
            _ => throw NotFound("The document has several operations: operationName must say which one is meant."),
        };
    }

    private static GraphQLException NotFound(string message) => new(new Error(message, ErrorCode.OperationNotFound));
}
