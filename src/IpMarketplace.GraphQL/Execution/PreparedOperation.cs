using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>A plan with the variables of one request.</summary>
/// <param name="Plan">What to do.</param>
/// <param name="Variables">The coerced variables.</param>
/// <param name="Fulfilled">The conditions that the variables fulfil.</param>
internal readonly record struct PreparedOperation(Operation Plan, VariableValues Variables, ConditionSet Fulfilled);
