namespace IpMarketplace.Persistence.Mutations;

/// <summary>A mutation that does not run in one write transaction: it manages its own (sessions, or slow work before the <see cref="MutationTurn"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithoutWriteTransactionAttribute : Attribute;
