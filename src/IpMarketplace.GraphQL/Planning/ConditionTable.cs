using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using IpMarketplace.GraphQL.Errors;
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

    /// <summary>Tells the conditions that the variables of a request fulfil.</summary>
    /// <param name="variables">The coerced variables.</param>
    /// <param name="fulfilled">The numbers of the conditions.</param>
    /// <param name="problem">A variable with a default was given null, which no condition takes; found only when executing.</param>
    public bool TryEvaluate(IVariableValues variables, out ConditionSet fulfilled, [NotNullWhen(false)] out IError? problem)
    {
        (fulfilled, problem) = (ConditionSet.Empty, null);
        for (var i = 0; i < _conditions.Length; i++)
        {
            var (variable, required) = _conditions[i];
            if (!variables.TryGet(variable, out var value) || value is not bool truth)
            {
                problem = new Error($"Variable ${variable} must not be null: @skip or @include needs it.", ErrorCode.InvalidVariable);
                return false;
            }
            if (truth == required)
            {
                fulfilled = fulfilled.With(i);
            }
        }
        return true;
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
