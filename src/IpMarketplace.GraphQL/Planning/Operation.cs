using System.Collections.Frozen;
using System.Collections.Immutable;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>
/// The plan of one operation of a valid document: what is to be resolved, on which type, under which conditions, with which arguments. It
/// does not depend on variables and is shared by all requests; selection sets below interfaces and unions are planned when first needed.
/// </summary>
public sealed class Operation
{
    /// <summary>How deep fields may lie in each other, fragments unfolded. Bounds the stack that execution needs.</summary>
    internal const int MaxDepth = 256;

    private const int MaxSteps = 200_000;

    private int _steps;
    private int _argumentSlots;

    /// <summary>Plans an operation.</summary>
    /// <exception cref="GraphQLException">The operation is deeper or larger, its fragments unfolded, than the engine executes.</exception>
    internal Operation(Schema schema, ExclusiveServices exclusive, OperationDefinitionNode definition, FrozenDictionary<string, FragmentDefinitionNode> fragments)
    {
        (Schema, Exclusive, Definition, Fragments) = (schema, exclusive, definition, fragments);
        RootType = schema.GetRootType(definition.Operation)
            ?? throw new GraphQLException(new Error($"This schema has no {definition.Operation.ToString().ToLowerInvariant()}s.", ErrorCode.OperationNotFound));
        var collector = new SelectionCollector(this, RootType);
        collector.Collect(definition.SelectionSet, ConditionSet.Empty);
        RootSet = collector.ToSet(depth: 1);
        PlanKnownTypes(RootSet);
        AuthorizationChecks = AuthorizationCollector.Collect(this);
        Cost = CostCalculator.Calculate(this);
    }

    /// <summary>The schema planned for.</summary>
    public Schema Schema { get; }

    /// <summary>The operation as the document has it.</summary>
    public OperationDefinitionNode Definition { get; }

    /// <summary>Query, mutation or subscription.</summary>
    public OperationType Type => Definition.Operation;

    /// <summary>The name; null for an anonymous operation.</summary>
    public string? Name => Definition.Name;

    /// <summary>The type the operation begins with.</summary>
    public ObjectType RootType { get; }

    /// <summary>The root fields.</summary>
    public SelectionSet RootSet { get; }

    internal ExclusiveServices Exclusive { get; }

    internal ConditionTable Conditions { get; } = new();

    internal FrozenDictionary<string, FragmentDefinitionNode> Fragments { get; }

    /// <summary>Who may run it.</summary>
    internal ImmutableArray<AuthorizationCheck> AuthorizationChecks { get; }

    /// <summary>What it is estimated to cost.</summary>
    internal CostFormula Cost { get; }

    /// <summary>How many selections have arguments that depend on variables; grows while selection sets are planned late.</summary>
    internal int ArgumentSlots => Volatile.Read(ref _argumentSlots);

    internal int NewArgumentSlot() => Interlocked.Increment(ref _argumentSlots) - 1;

    /// <summary>Counts what planning does, so that fragments within fragments cannot grow a short document into an endless plan.</summary>
    internal void CountStep()
    {
        if (Interlocked.Increment(ref _steps) > MaxSteps)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage("The operation is too large with its fragments unfolded.").SetCode(ErrorCode.FieldLimitExceeded).SetExtension("limit", MaxSteps).Build());
        }
    }

    internal SelectionSet PlanBelow(Selection selection, ObjectType type)
    {
        if (selection.Depth >= MaxDepth)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"Fields lie deeper than {MaxDepth} levels in each other.").SetCode(ErrorCode.DepthLimitExceeded).SetExtension("limit", MaxDepth).Build());
        }
        var collector = new SelectionCollector(this, type);
        var occurrences = selection.Occurrences;
        foreach (ref readonly var occurrence in occurrences)
        {
            if (occurrence.Node.SelectionSet is { } below)
            {
                // With a single occurrence its conditions hold wherever the field has a value at all.
                collector.Collect(below, occurrences.Length == 1 ? ConditionSet.Empty : occurrence.Conditions);
            }
        }
        return collector.ToSet(selection.Depth + 1);
    }

    internal static (bool Constant, ArgumentValues Values, IReadOnlyList<IError>? Errors) BindConstants(Selection selection)
    {
        if (!InputCoercion.AreConstant(selection.Node.Arguments))
        {
            return (false, ArgumentValues.None, null);
        }
        var values = Bind(selection, VariableValues.None, out var errors);
        return (true, values, errors);
    }

    /// <summary>Coerces a selection's arguments with the variables of a request (spec 6.4.1).</summary>
    internal static ArgumentValues Bind(Selection selection, IVariableValues variables, out IReadOnlyList<IError>? errors)
    {
        var problems = new CoercionProblems();
        var values = InputCoercion.CoerceArguments(selection.Field.Arguments, selection.Node.Arguments, variables, problems);
        errors = problems.Count == 0 ? null : [.. problems.All.Select(problem => new Error($"Argument {problem}", problem.Code ?? ErrorCode.InvalidArgument))];
        return values;
    }

    private static void PlanKnownTypes(SelectionSet set)
    {
        foreach (var selection in set.Span)
        {
            if (selection.Shape.NamedType is ObjectType type)
            {
                PlanKnownTypes(selection.SetFor(type));
            }
        }
    }
}
