using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>An input object type (spec 3.10).</summary>
public sealed class InputObjectType(string name) : NamedType(name)
{
    private FrozenDictionary<string, InputField> _byName = FrozenDictionary<string, InputField>.Empty;

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.InputObject;

    /// <summary>The fields in the order of the definition.</summary>
    public ImmutableArray<InputField> Fields { get; private set; } = [];

    /// <summary>Whether exactly one field must be given (spec 3.10.1).</summary>
    public bool IsOneOf { get; internal set; }

    /// <summary>
    /// Makes the runtime object of the fields' values, by <see cref="InputValue.Index"/>; a field without value holds
    /// <see cref="Coercion.ArgumentValues.Absent"/>. Null makes a dictionary of the fields that have a value.
    /// </summary>
    internal Func<object?[], object>? Factory { get; set; }

    /// <summary>Finds a field by its name.</summary>
    public bool TryGetField(string fieldName, [NotNullWhen(true)] out InputField? field) => _byName.TryGetValue(fieldName, out field);

    internal void Complete(ImmutableArray<InputField> fields)
    {
        Fields = fields;
        _byName = fields.DistinctBy(field => field.Name).ToFrozenDictionary(field => field.Name);
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i].Index = i;
        }
    }
}
