namespace IpMarketplace.GraphQL.Execution;

/// <summary>A resolver context on the way through a field's middleware.</summary>
public interface IMiddlewareContext : IResolverContext
{
    /// <summary>What the field has been resolved to; set by the resolver, readable and replaceable after <c>next</c>.</summary>
    object? Result { get; set; }
}
