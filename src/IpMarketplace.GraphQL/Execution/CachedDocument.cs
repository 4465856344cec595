using System.Collections.Concurrent;
using System.Collections.Frozen;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>A valid document, and the plans of its operations once they have been run.</summary>
internal sealed class CachedDocument
{
    // What parts of a document take, about, in bytes; DocumentCacheTests holds them.
    private const int PerDocument = 8 * 1024;
    private const int PerToken = 100;
    private const int PerPlannedField = 256;

    private readonly Schema _schema;
    private readonly ExclusiveServices _exclusive;
    private readonly ExecutionInstruments _instruments;
    private readonly ReadOnlyMemory<byte> _text;
    private readonly OperationDefinitionNode[] _operations;
    private readonly FrozenDictionary<string, FragmentDefinitionNode> _fragments;
    private readonly ConcurrentDictionary<OperationDefinitionNode, Operation> _plans = new();
    private Operation? _onlyPlan;
    private string? _hash;

    public CachedDocument(Schema schema, ExclusiveServices exclusive, ExecutionInstruments instruments, DocumentNode document, ReadOnlyMemory<byte> text)
    {
        (_schema, _exclusive, _instruments, _text) = (schema, exclusive, instruments, text);
        _operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];
        _fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToFrozenDictionary(fragment => fragment.Name);
        Weight = PerDocument + text.Length + (PerToken * (long)document.TokenCount) + (PerPlannedField * PlannedFields());
    }

    /// <summary>The memory that the document takes with its plans once they are made, about, in bytes.</summary>
    public long Weight { get; }

    /// <summary>The document's bytes; they live as long as this does.</summary>
    public ReadOnlySpan<byte> Text => _text.Span;

    /// <summary>The name of the document in diagnostics.</summary>
    public string Hash => _hash ??= DocumentHash.Of(Text);

    /// <summary>The plan of the operation that a request means (spec 6.1, GetOperation).</summary>
    /// <exception cref="GraphQLException">There is no such operation, or it is not clear which one is meant.</exception>
    public Operation GetPlan(string? operationName)
    {
        if (operationName is null && _onlyPlan is { } known)
        {
            return known;
        }
        var plan = _plans.GetOrAdd(Find(operationName), static (definition, self) => self.Plan(definition), this);
        if (operationName is null)
        {
            _onlyPlan = plan;
        }
        return plan;
    }

    private long PlannedFields()
    {
        var counter = new SelectionCounter(_fragments.GetValueOrDefault, static _ => true);
        return _operations.Sum(operation => (long)counter.Count(operation.SelectionSet));
    }

    private Operation Plan(OperationDefinitionNode definition)
    {
        using var phase = _instruments.StartPhase(Phase.Kind.Plan);
        try
        {
            return new Operation(_schema, _exclusive, definition, _fragments);
        }
        catch (GraphQLException refusal)
        {
            phase?.Fail(ExecutionInstruments.ErrorType(refusal.Errors[0]));
            throw;
        }
    }

    private OperationDefinitionNode Find(string? operationName)
    {
        if (operationName is not null)
        {
            return Array.Find(_operations, operation => operation.Name == operationName)
                ?? throw NotFound($"The document has no operation named \"{Excerpt.Of(operationName)}\".");
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
