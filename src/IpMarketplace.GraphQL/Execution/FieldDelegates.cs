using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>A resolver that never waits and has no side effect: it runs inline, without a task.</summary>
public delegate FieldValue PureFieldDelegate(IResolverContext context);

/// <summary>A resolver that may wait. Lists may be <see cref="IEnumerable{T}"/>, <see cref="IAsyncEnumerable{T}"/> or hold tasks as items.</summary>
public delegate ValueTask<object?> FieldResolverDelegate(IResolverContext context);

/// <summary>A step of a field's pipeline: it leaves its value in <see cref="IMiddlewareContext.Result"/>.</summary>
public delegate ValueTask FieldDelegate(IMiddlewareContext context);

/// <summary>Wraps the rest of a field's pipeline; put together once, when the schema is built.</summary>
public delegate FieldDelegate FieldMiddleware(FieldDelegate next);

/// <summary>Opens a subscription field's source stream (spec 6.2.3.1); each event becomes the parent of one execution.</summary>
public delegate ValueTask<IAsyncEnumerable<object?>> SubscribeResolverDelegate(IResolverContext context);
