using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>Any</c>, and every custom scalar of a schema from text that says nothing else: plain values, in and out unchanged.</summary>
public sealed class AnyType(string name) : ScalarType(name)
{
    /// <summary>The scalar <c>Any</c>.</summary>
    public AnyType() : this("Any") => Description = "Any value JSON can say.";

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(object);

    /// <inheritdoc/>
    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (value, problem) = (Plain(literal, variables), null);
            return true;
        }
        catch (OverflowException tooLarge)
        {
            (value, problem) = (null, $"{Name} takes {tooLarge.Message}");
            return false;
        }
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (value, problem) = (Plain(json), null);
            return true;
        }
        catch (OverflowException tooLarge)
        {
            (value, problem) = (null, $"{Name} takes {tooLarge.Message}");
            return false;
        }
    }

    /// <inheritdoc/>
    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        (result, problem) = (value, null);
        return true;
    }

    /// <inheritdoc/>
    public override IValueNode ToLiteral(object value) => value switch
    {
        IReadOnlyDictionary<string, object?> members => new ObjectValueNode([.. members.Select(member => new ObjectFieldNode(member.Key, Literal(member.Value)))]),
        string text => new StringValueNode(text),
        IEnumerable items => new ListValueNode([.. items.Cast<object?>().Select(Literal)]),
        int or long => new IntValueNode(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        bool truth => new BooleanValueNode(truth),
        IFormattable number => new FloatValueNode(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => new StringValueNode(value.ToString()!),
    };

    private IValueNode Literal(object? value) => value is null ? new NullValueNode() : ToLiteral(value);

    private static object? Plain(IValueNode literal, IVariableValues? variables) => literal switch
    {
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        BooleanValueNode truth => truth.Value,
        IntValueNode whole => PlainNumber(whole.Value),
        FloatValueNode real => PlainReal(real.Value),
        ListValueNode list => list.Items.Select(item => Plain(item, variables)).ToArray(),
        ObjectValueNode node => PlainObject(node, variables),
        VariableNode variable when variables?.TryGet(variable.Name, out var value) == true => value,
        _ => null,
    };

    private static Dictionary<string, object?> PlainObject(ObjectValueNode node, IVariableValues? variables)
    {
        var members = new Dictionary<string, object?>(node.Fields.Length);
        foreach (var field in node.Fields)
        {
            if (field.Value is not VariableNode variable || variables?.TryGet(variable.Name, out _) == true)
            {
                members[field.Name] = Plain(field.Value, variables);
            }
        }
        return members;
    }

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => PlainNumber(json.GetRawText()),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToArray(),
        JsonValueKind.Object => PlainObject(json),
        _ => null,
    };

    private static Dictionary<string, object?> PlainObject(JsonElement json)
    {
        var members = new Dictionary<string, object?>();
        foreach (var member in json.EnumerateObject())
        {
            members[member.Name] = Plain(member.Value);
        }
        return members;
    }

    private static object PlainNumber(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small) ? (object)small
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) ? (object)large
        : PlainReal(text);

    private static double PlainReal(string text) =>
        double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? number
            : throw new OverflowException($"numbers of double precision (IEEE 754), and {Excerpt.Of(text)} is larger than any.");
}
