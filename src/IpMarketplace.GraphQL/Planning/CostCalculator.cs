using System.Globalization;
using System.Runtime.CompilerServices;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>
/// Estimates before execution what an operation costs, after IBM's cost specification (https://ibm.github.io/graphql-specs/cost-spec.html): each
/// time a field is resolved costs its weight, each object that may come out of it costs one, and both count once for every item of every list around
/// them. Conditions count as fulfilled; of an interface's or union's types counts the dearest. Introspection is free.
/// </summary>
internal sealed class CostCalculator
{
    /// <summary>How often a list without <see cref="ListSize"/> counts.</summary>
    public const int AssumedListSize = 10;

    /// <summary>The weight of a field that may wait.</summary>
    public const double AsyncWeight = 10;

    private readonly Operation _operation;

    private CostCalculator(Operation operation) => _operation = operation;

    public static CostFormula Calculate(Operation operation) =>
        new CostCalculator(operation).OfSelections([operation.Definition.SelectionSet], operation.RootType, around: null);

    private CostFormula OfSelections(IEnumerable<SelectionSetNode> sets, CompositeType type, SizedFields? around)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var fields = new FieldsByObject(_operation, type);
        foreach (var set in sets)
        {
            fields.Collect(set, type);
        }
        var costs = fields.Groups.ToLookup(group => group.Key.Only, group => OfField(group.Value.Nodes, group.Value.Parent, around));
        var ofEach = costs.Where(group => group.Key is not null).Select(CostFormula.Sum);
        return CostFormula.Sum([.. costs[null], CostFormula.Max(ofEach)]);
    }

    private CostFormula OfField(List<FieldNode> nodes, CompositeType parent, SizedFields? around)
    {
        var node = nodes[0];
        if (node.Name.StartsWith("__", StringComparison.Ordinal) || !_operation.Schema.TryGetField(parent, node.Name, out var field))
        {
            return CostFormula.Zero;
        }
        var weight = CostFormula.Of(WeightOf(field, parent));
        if (field.Type.NamedType is not CompositeType type)
        {
            return weight;
        }
        var size = field.ListSize is { } declared ? SizeOf(declared, field, node) : null;
        var sized = size is not null && field.ListSize is { SizedFields.IsEmpty: false } sizes ? new SizedFields(size, sizes) : null;
        var below = OfSelections(nodes.Select(one => one.SelectionSet).OfType<SelectionSetNode>(), type, sized);
        var each = CostFormula.Sum([CostFormula.Of(1), below]);
        return CostFormula.Sum([weight, field.Type.IsList() ? ItemsOf(field, around, sized is null ? size : null) * each : each]);
    }

    private static CostFormula ItemsOf(OutputField field, SizedFields? around, CostFormula? ownSize) =>
        around is not null && around.Declared.SizedFields.Contains(field.Name) ? around.Size : ownSize ?? CostFormula.Of(AssumedListSize);

    private static double WeightOf(OutputField field, CompositeType parent) => parent is AbstractType
        ? parent.PossibleTypes.Max(type => type.TryGetField(field.Name, out var own) ? WeightOf(own) : 0)
        : WeightOf(field);

    private static double WeightOf(OutputField field) => field.Cost ?? (field.Kind == FieldKind.Async ? AsyncWeight : 0);

    private static CostFormula SizeOf(ListSize declared, OutputField field, FieldNode node)
    {
        int? constant = null;
        int? byDefault = null;
        var variables = new List<string>();
        foreach (var name in declared.SlicingArguments)
        {
            switch (node.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value)
            {
                case VariableNode variable: variables.Add(variable.Name); break;
                case IntValueNode number: constant = Larger(constant, Parse(number)); break;
                case ListValueNode list: constant = Larger(constant, list.Items.Length); break;
                case null when field.TryGetArgument(name, out var argument) && argument.DefaultLiteral is IntValueNode number: byDefault = Larger(byDefault, Parse(number)); break;
            }
        }
        return CostFormula.Size(constant, variables, byDefault ?? declared.SlicingArgumentDefaultValue ?? declared.AssumedSize ?? AssumedListSize);
    }

    private static int Larger(int? one, int other) => Math.Max(one ?? 0, other);

    // A number that is none of 32 bits is refused where the argument is coerced.
    private static int Parse(IntValueNode number) => int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) ? size : int.MaxValue;

    /// <summary>What a field's size says about the lists right below it.</summary>
    private sealed record SizedFields(CostFormula Size, ListSize Declared);

    /// <summary>
    /// The fields selected on a type, merged by response name. On an interface or union those under the condition of an object type are kept
    /// apart: only one of the types is there at a time.
    /// </summary>
    private sealed class FieldsByObject(Operation operation, CompositeType type)
    {
        private readonly HashSet<(CompositeType, string)> _visited = [];

        public OrderedDictionary<(ObjectType? Only, string ResponseName), (CompositeType Parent, List<FieldNode> Nodes)> Groups { get; } = [];

        /// <summary>Adds the fields of a set, whose parent is the type itself or one that a condition names.</summary>
        public void Collect(SelectionSetNode set, CompositeType parent)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (var selection in set.Selections)
            {
                operation.CountStep();
                if (!operation.Conditions.TryAdd(selection.Directives, ConditionSet.Empty, out _))
                {
                    continue;
                }
                switch (selection)
                {
                    case FieldNode field: Add(field, parent); break;
                    case InlineFragmentNode inline: Enter(inline.TypeCondition, inline.SelectionSet, parent); break;
                    case FragmentSpreadNode spread when _visited.Add((parent, spread.Name)):
                        var fragment = operation.Fragments[spread.Name];
                        Enter(fragment.TypeCondition, fragment.SelectionSet, parent);
                        break;
                }
            }
        }

        // Once the type is known to be an object's, conditions no longer narrow it: they hold or not.
        private void Enter(NamedTypeNode? condition, SelectionSetNode set, CompositeType parent)
        {
            var target = condition is null ? parent : operation.Schema.GetType(condition) as CompositeType;
            if (parent is not ObjectType known)
            {
                Collect(set, target ?? parent);
            }
            else if (target?.PossibleTypes.Contains(known) == true)
            {
                Collect(set, known);
            }
        }

        private void Add(FieldNode field, CompositeType parent)
        {
            var key = (type is AbstractType ? parent as ObjectType : null, field.ResponseName);
            if (!Groups.TryGetValue(key, out var group))
            {
                Groups.Add(key, group = (parent, []));
            }
            group.Nodes.Add(field);
        }
    }
}
