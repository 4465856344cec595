namespace IpMarketplace.GraphQL.TypeSystem.Coercion;

/// <summary>The coerced variables of a request (spec 6.1.2).</summary>
public sealed class VariableValues(IReadOnlyDictionary<string, object?> values) : IVariableValues
{
    /// <summary>No variables.</summary>
    public static VariableValues None { get; } = new(new Dictionary<string, object?>());

    /// <summary>The variables that have a value, if only null, by name.</summary>
    public IReadOnlyDictionary<string, object?> All { get; } = values;

    /// <inheritdoc/>
    public bool TryGet(string name, out object? value) => All.TryGetValue(name, out value);
}
