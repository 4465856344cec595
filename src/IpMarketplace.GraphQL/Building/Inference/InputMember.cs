using System.Reflection;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>A C# parameter or member that becomes an argument or input field.</summary>
/// <param name="ClrName">The C# name.</param>
/// <param name="Shape">The type with its annotations.</param>
/// <param name="Sources">Where attributes may stand.</param>
/// <param name="Default">The C# default; null for none, or for null.</param>
/// <param name="Description">The doc comment.</param>
internal sealed record InputMember(string ClrName, ClrShape Shape, IReadOnlyList<ICustomAttributeProvider> Sources, object? Default, string? Description)
{
    public string Name => InferenceContext.Find<GraphQLNameAttribute>(Sources)?.Name ?? NamingConventions.Camel(ClrName);

    /// <summary>A resolver's parameter.</summary>
    public static InputMember Of(ParameterInfo parameter, Documentation documentation) =>
        new(parameter.Name!, ClrShape.Of(parameter), [parameter], DefaultOf(parameter), documentation.Of(parameter));

    /// <summary>A member of an input class, with the constructor parameter that sets it where there is one.</summary>
    public static InputMember Of(PropertyInfo property, ParameterInfo? parameter, Documentation documentation) => new(
        property.Name,
        ClrShape.Of(property),
        parameter is null ? [property] : [property, parameter],
        parameter is null ? null : DefaultOf(parameter),
        documentation.Of(property));

    /// <summary>What is told of the member to who gives its scalars another form.</summary>
    public InputTarget Target(IType type, Type scalar)
    {
        while (type.Nullable is ListType list)
        {
            type = list.Item;
        }
        return new InputTarget((Sources[0] as PropertyInfo)?.DeclaringType, scalar, type is not NonNullType, Sources);
    }

    private static object? DefaultOf(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
        {
            return null;
        }
        var type = parameter.ParameterType;
        var value = parameter.DefaultValue;
        return value is not null && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } enumType ? Enum.ToObject(enumType, value)
            : value ?? (type.IsValueType && Nullable.GetUnderlyingType(type) is null && !ClrShape.Of(type).IsOptional && type.IsPrimitive ? Activator.CreateInstance(type) : null);
    }
}
