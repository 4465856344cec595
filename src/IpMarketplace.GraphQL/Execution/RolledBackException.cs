namespace IpMarketplace.GraphQL.Execution;

/// <summary>Thrown by a mutation that was cancelled and has taken back what it did; the client is told that nothing was done.</summary>
/// <param name="cancelled">What cancelled it.</param>
public sealed class RolledBackException(Exception cancelled) : OperationCanceledException("The mutation was cancelled and rolled back.", cancelled);
