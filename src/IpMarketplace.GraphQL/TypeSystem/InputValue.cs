using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>An argument or an input field (spec 3.6.1, 3.10).</summary>
public abstract class InputValue(string name, IType type, IValueNode? defaultLiteral)
{
    private readonly Lock _gate = new();
    private bool _coerced;

    /// <summary>The name, unique in its field, directive or input object.</summary>
    public string Name { get; } = name;

    /// <summary>The type of the values it takes.</summary>
    public IType Type { get; } = type;

    /// <summary>The default as written; null for none. A default of null is a <see cref="NullValueNode"/>.</summary>
    public IValueNode? DefaultLiteral { get; } = defaultLiteral;

    /// <summary>Whether there is a default.</summary>
    public bool HasDefault => DefaultLiteral is not null;

    /// <summary>Whether it must be given: non-null and without default (spec 5.4.3).</summary>
    public bool IsRequired => Type is NonNullType && !HasDefault;

    /// <summary>The place in its field or input object: dense, from 0.</summary>
    public int Index { get; internal set; } = -1;

    /// <summary>What it means, as Markdown; null for nothing said.</summary>
    public string? Description { get; internal set; }

    /// <summary>Why it should no longer be used; null when it may.</summary>
    public string? DeprecationReason { get; internal init; }

    /// <summary>The directives applied to the definition, without <c>@deprecated</c>.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal init; } = [];

    /// <summary>Turns the runtime value into what the C# parameter or member takes; null when it is that already.</summary>
    internal InputConverter? Converter { get; init; }

    /// <summary>The default as the resolver gets it; meaningless without <see cref="HasDefault"/>.</summary>
    /// <exception cref="InvalidOperationException">The default does not fit the type; schema validation says so first.</exception>
    public object? DefaultValue
    {
        get
        {
            if (!_coerced)
            {
                lock (_gate)
                {
                    field = DefaultLiteral is null ? null : InputCoercion.CoerceDefault(this);
                    _coerced = true;
                }
            }
            return field;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Type}";
}

/// <summary>An argument of a field or directive.</summary>
public sealed class Argument(string name, IType type, IValueNode? defaultLiteral = null) : InputValue(name, type, defaultLiteral);

/// <summary>A field of an input object.</summary>
public sealed class InputField(string name, IType type, IValueNode? defaultLiteral = null) : InputValue(name, type, defaultLiteral);
