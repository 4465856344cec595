using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>
/// Numbers the conditions of an operation: a variable that must be true (<c>@include</c>) or false (<c>@skip</c>). All of them are met, and
/// numbered, while the operation is planned first; selection sets planned later only look them up.
/// </summary>
internal sealed class ConditionTable
{
    private ImmutableArray<(string Variable, bool Required)> _conditions = [];

    /// <summary>Adds a selection's own conditions to those around it.</summary>
    /// <returns>False when the selection is left out whatever the variables are.</returns>
    public bool TryAdd(ImmutableArray<DirectiveNode> directives, ConditionSet around, out ConditionSet conditions)
    {
        conditions = around;
        foreach (var directive in directives)
        {
            if (directive.Name is not ("skip" or "include"))
            {
                continue;
            }
            var required = directive.Name == "include";
            switch (directive.Arguments.First(argument => argument.Name == "if").Value)
            {
                case BooleanValueNode constant when constant.Value != required: return false;
                case VariableNode variable: conditions = conditions.With(NumberOf(variable.Name, required)); break;
            }
        }
        return true;
    }

    /// <summary>The conditions that the variables of a request fulfil.</summary>
    public ConditionSet Evaluate(IVariableValues variables)
    {
        var fulfilled = ConditionSet.Empty;
        var conditions = _conditions;
        for (var i = 0; i < conditions.Length; i++)
        {
            if (variables.TryGet(conditions[i].Variable, out var value) && value is bool truth && truth == conditions[i].Required)
            {
                fulfilled = fulfilled.With(i);
            }
        }
        return fulfilled;
    }

    private int NumberOf(string variable, bool required)
    {
        var number = _conditions.IndexOf((variable, required));
        if (number < 0)
        {
            number = _conditions.Length;
            _conditions = _conditions.Add((variable, required));
        }
        return number;
    }
}
