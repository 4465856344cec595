using System.Collections.Immutable;
using IpMarketplace.GraphQL.Validation.Rules;

namespace IpMarketplace.GraphQL.Validation;

/// <summary>The rules of the specification, September 2025, in its order.</summary>
public static class SpecifiedRules
{
    /// <summary>Every rule of section 5.</summary>
    public static ImmutableArray<RuleFactory> All { get; } =
    [
        // 5.1 Documents
        context => new ExecutableDefinitionsRule(context), // 5.1.1

        // 5.2 Operations
        context => new KnownOperationTypesRule(context), // 5.2.1.1
        context => new UniqueOperationNamesRule(context), // 5.2.2.1
        context => new LoneAnonymousOperationRule(context), // 5.2.3.1
        context => new SingleFieldSubscriptionsRule(context), // 5.2.4.1

        // 5.3 Fields
        context => new FieldsOnCorrectTypeRule(context), // 5.3.1
        context => new OverlappingFieldsCanBeMergedRule(context), // 5.3.2
        context => new ScalarLeafsRule(context), // 5.3.3

        // 5.4 Arguments
        context => new KnownArgumentNamesRule(context), // 5.4.1
        context => new UniqueArgumentNamesRule(context), // 5.4.2
        context => new ProvidedRequiredArgumentsRule(context), // 5.4.3

        // 5.5 Fragments
        context => new UniqueFragmentNamesRule(context), // 5.5.1.1
        context => new KnownTypeNamesRule(context), // 5.5.1.2
        context => new FragmentsOnCompositeTypesRule(context), // 5.5.1.3
        context => new NoUnusedFragmentsRule(context), // 5.5.1.4
        context => new KnownFragmentNamesRule(context), // 5.5.2.1
        context => new NoFragmentCyclesRule(context), // 5.5.2.2
        context => new PossibleFragmentSpreadsRule(context), // 5.5.2.3

        // 5.6 Values
        context => new ValuesOfCorrectTypeRule(context), // 5.6.1, 5.6.2, 5.6.4, 5.6.5
        context => new UniqueInputFieldNamesRule(context), // 5.6.3

        // 5.7 Directives
        context => new KnownDirectivesRule(context), // 5.7.1, 5.7.2
        context => new UniqueDirectivesPerLocationRule(context), // 5.7.3

        // 5.8 Variables
        context => new UniqueVariableNamesRule(context), // 5.8.1
        context => new VariablesAreInputTypesRule(context), // 5.8.2
        context => new NoUndefinedVariablesRule(context), // 5.8.3
        context => new NoUnusedVariablesRule(context), // 5.8.4
        context => new VariablesInAllowedPositionRule(context), // 5.8.5
    ];
}
