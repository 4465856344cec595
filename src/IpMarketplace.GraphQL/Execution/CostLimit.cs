using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Refuses operations that are estimated to cost too much; estimated once an operation, with the sizes that variables give.</summary>
internal static class CostLimit
{
    /// <exception cref="GraphQLException">The operation costs more than <see cref="RequestLimits.MaxCost"/>.</exception>
    public static void Check(Operation plan, VariableValues variables, RequestLimits limits)
    {
        var cost = plan.Cost.Evaluate(variables);
        if (cost > limits.MaxCost)
        {
            var rounded = Math.Ceiling(Math.Min(cost, 1e15));
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"The operation is estimated to cost {rounded}; at most {limits.MaxCost} is allowed. Ask for smaller pages, or for less on each item.")
                .SetCode(ErrorCode.CostLimitExceeded)
                .SetExtension("cost", rounded)
                .SetExtension("limit", limits.MaxCost)
                .Build());
        }
    }
}
