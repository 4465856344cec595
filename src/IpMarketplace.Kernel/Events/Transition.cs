namespace IpMarketplace.Kernel.Events;

/// <summary>One step of a lifecycle, as the history keeps it. Persistence adds the entity, the actor, the time and the request.</summary>
/// <param name="From">The state left, as the schema spells it; null at creation.</param>
/// <param name="To">The state entered.</param>
/// <param name="Action">The step taken.</param>
/// <param name="Reason">Why, where the step asks for a reason.</param>
/// <param name="Evidence">References to the evidence given: a gazette number, a receipt, a voucher.</param>
public sealed record Transition(string? From, string To, string Action, string? Reason = null, string? Evidence = null);
