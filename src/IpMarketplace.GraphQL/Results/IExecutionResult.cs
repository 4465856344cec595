namespace IpMarketplace.GraphQL.Results;

/// <summary>What a request led to: an <see cref="OperationResult"/> or a <see cref="ResponseStream"/>. Disposing gives its memory back.</summary>
public interface IExecutionResult : IAsyncDisposable;
