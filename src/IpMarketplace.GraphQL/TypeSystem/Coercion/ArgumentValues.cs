namespace IpMarketplace.GraphQL.TypeSystem.Coercion;

/// <summary>The coerced values of a field's or directive's arguments, by <see cref="InputValue.Index"/> (spec 6.4.1).</summary>
public readonly struct ArgumentValues(object?[] values)
{
    /// <summary>Stands for "has no value": neither given nor by default. A given null is null.</summary>
    public static object Absent { get; } = new AbsentValue();

    /// <summary>No arguments.</summary>
    public static ArgumentValues None { get; } = new([]);

    /// <summary>How many arguments the field has, given or not.</summary>
    public int Count => values.Length;

    /// <summary>The value; null where it is null or absent.</summary>
    public object? this[int index] => ReferenceEquals(values[index], Absent) ? null : values[index];

    /// <summary>Whether the argument has a value, if only null.</summary>
    public bool Has(int index) => !ReferenceEquals(values[index], Absent);

    private sealed class AbsentValue
    {
        public override string ToString() => "(absent)";
    }
}
