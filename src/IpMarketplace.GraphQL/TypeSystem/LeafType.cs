using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem;

/// <summary>A scalar or an enum: where selections end (spec 3.5, 3.9). None of its methods throws for what a request or a resolver holds.</summary>
public abstract class LeafType(string name) : NamedType(name)
{
    /// <summary>Coerces a literal of a document (spec 3.5, Input Coercion).</summary>
    /// <param name="literal">The literal; not null, not a variable itself.</param>
    /// <param name="variables">The values of variables inside the literal; null while a document is only validated: variables then count as right.</param>
    /// <param name="value">The runtime value.</param>
    /// <param name="problem">What is wrong and what would be right, naming the value.</param>
    public abstract bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem);

    /// <summary>Coerces a value of the request's variables (spec 3.5, Input Coercion).</summary>
    /// <param name="json">The value; not null.</param>
    /// <param name="value">The runtime value.</param>
    /// <param name="problem">What is wrong and what would be right, naming the value.</param>
    public abstract bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem);

    /// <summary>Coerces what a resolver answered (spec 3.5, Result Coercion) into a kind that is written as it is.</summary>
    /// <param name="value">The answer; not null.</param>
    /// <param name="result">Of a kind that JSON can say; an <see cref="FieldValueKind.Object"/> is then a tree of plain values.</param>
    /// <param name="problem">What is wrong, naming the value.</param>
    public abstract bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem);

    /// <summary>The literal that means a runtime value, for default values given in C#.</summary>
    public abstract IValueNode ToLiteral(object value);

    /// <summary>A sentence on what the type takes that names members of the schema; null for none.</summary>
    internal virtual string? Suggestion => null;
}

/// <summary>The coerced variables of a request.</summary>
public interface IVariableValues
{
    /// <summary>The runtime value of a variable; false when it has none: not given and without default.</summary>
    bool TryGet(string name, out object? value);
}
