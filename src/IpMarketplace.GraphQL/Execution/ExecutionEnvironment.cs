namespace IpMarketplace.GraphQL.Execution;

/// <summary>What all executions of a server have in common.</summary>
internal sealed record ExecutionEnvironment(ExecutionOptions Options, ErrorReporter Reporter, TimeProvider Clock);
