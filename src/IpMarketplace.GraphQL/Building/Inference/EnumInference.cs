using System.Reflection;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>C# enums as enum types.</summary>
internal static class EnumInference
{
    public static EnumType Make(Type clrType, string name, Documentation documentation)
    {
        var type = new EnumType(name)
        {
            ClrType = clrType,
            Description = clrType.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? documentation.Of(clrType),
        };
        var members = clrType.GetFields(BindingFlags.Public | BindingFlags.Static).Where(member => !member.IsDefined(typeof(GraphQLIgnoreAttribute)));
        type.Complete([.. members.Select(member => new EnumValue(NameOf(member), member.GetValue(null)!)
        {
            Description = member.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? documentation.Of(member),
            DeprecationReason = Deprecation.Of(member),
        })]);
        return type;
    }

    private static string NameOf(FieldInfo member) => member.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? NamingConventions.EnumValue(member.Name);
}

/// <summary>Why a member should no longer be used.</summary>
internal static class Deprecation
{
    public static string? Of(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLDeprecatedAttribute), inherit: true) is [GraphQLDeprecatedAttribute deprecated, ..] ? deprecated.Reason
        : member.GetCustomAttributes(typeof(ObsoleteAttribute), inherit: true) is [ObsoleteAttribute obsolete, ..] ? obsolete.Message ?? TypeSystem.Introspection.BuiltInDirectives.NoReason
        : null;
}
