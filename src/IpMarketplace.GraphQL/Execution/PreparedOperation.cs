using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>A plan with the variables of one request.</summary>
/// <param name="Document">The document that the operation is of.</param>
/// <param name="Plan">What to do.</param>
/// <param name="Variables">The coerced variables.</param>
/// <param name="Fulfilled">The conditions that the variables fulfil.</param>
/// <param name="Started">When the request came in, as a timestamp of the clock.</param>
internal readonly record struct PreparedOperation(CachedDocument Document, Operation Plan, VariableValues Variables, ConditionSet Fulfilled, long Started);
