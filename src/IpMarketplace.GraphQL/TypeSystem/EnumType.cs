using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>An enum (spec 3.9).</summary>
public sealed class EnumType(string name) : LeafType(name)
{
    private FrozenDictionary<string, EnumValue> _byName = FrozenDictionary<string, EnumValue>.Empty;
    private FrozenDictionary<object, EnumValue> _byRuntimeValue = FrozenDictionary<object, EnumValue>.Empty;

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Enum;

    /// <summary>The values in the order of the definition.</summary>
    public ImmutableArray<EnumValue> Values { get; private set; } = [];

    /// <summary>Finds a value by its name.</summary>
    public bool TryGetValue(string valueName, [NotNullWhen(true)] out EnumValue? value) => _byName.TryGetValue(valueName, out value);

    /// <summary>Finds a value by what resolvers know it as.</summary>
    public bool TryGetByRuntimeValue(object runtimeValue, [NotNullWhen(true)] out EnumValue? value) => _byRuntimeValue.TryGetValue(runtimeValue, out value);

    /// <inheritdoc/>
    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        if (literal is EnumValueNode node)
        {
            return TryParseName(node.Value, out value, out problem);
        }
        (value, problem) = (null, $"{Name} takes one of its values without quotation marks, not {Excerpt.Of(literal)}.");
        return false;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return TryParseName(json.GetString()!, out value, out problem);
        }
        (value, problem) = (null, $"{Name} takes one of its values as a string, not {Excerpt.Of(json.GetRawText())}.");
        return false;
    }

    /// <inheritdoc/>
    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        if (value.Kind == FieldValueKind.Utf8Text)
        {
            (result, problem) = (value, null);
            return true;
        }
        var runtimeValue = value.ToObject()!;
        if (_byRuntimeValue.TryGetValue(runtimeValue, out var found))
        {
            (result, problem) = (found.Encoded, null);
            return true;
        }
        (result, problem) = (default, $"{Name} has no value for {runtimeValue}.");
        return false;
    }

    /// <inheritdoc/>
    public override IValueNode ToLiteral(object value) => _byRuntimeValue.TryGetValue(value, out var found)
        ? new EnumValueNode(found.Name)
        : throw new ArgumentException($"{Name} has no value for {value}.", nameof(value));

    internal void Complete(ImmutableArray<EnumValue> values)
    {
        Values = values;
        _byName = values.DistinctBy(value => value.Name).ToFrozenDictionary(value => value.Name);
        _byRuntimeValue = values.DistinctBy(value => value.Value).ToFrozenDictionary(value => value.Value);
    }

    private bool TryParseName(string valueName, out object? value, [NotNullWhen(false)] out string? problem)
    {
        if (_byName.TryGetValue(valueName, out var found))
        {
            (value, problem) = (found.Value, null);
            return true;
        }
        (value, problem) = (null, $"{Name} has no value {Excerpt.Of(valueName)}.");
        return false;
    }

    internal override string? Suggestion => Values.Length is 0 or > 12 ? null : $"It has {string.Join(", ", Values.Select(value => value.Name))}.";
}

/// <summary>A value of an enum.</summary>
public sealed class EnumValue(string name, object value)
{
    /// <summary>The name, as the schema spells it.</summary>
    public string Name { get; } = name;

    /// <summary>What resolvers know it as: the CLR enum's value; the name in schemas from text, unless said otherwise.</summary>
    public object Value { get; } = value;

    /// <summary>What the value means, as Markdown; null for nothing said.</summary>
    public string? Description { get; internal init; }

    /// <summary>Why it should no longer be used; null when it may.</summary>
    public string? DeprecationReason { get; internal init; }

    /// <summary>The directives applied to the definition.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal init; } = [];

    /// <summary>The name as it is written into responses.</summary>
    internal FieldValue Encoded { get; } = FieldValue.FromUtf8(Encoding.UTF8.GetBytes(name), 0, Encoding.UTF8.GetByteCount(name));
}
