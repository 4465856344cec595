using System.Reflection;
using IpMarketplace.GraphQL.Building.Mutations;
using IpMarketplace.GraphQL.Building.Relay;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>Object types, interfaces and unions of C# types and the static classes that extend them.</summary>
internal sealed class ObjectInference(InferenceContext context, FieldInference fields, NodeTypes nodes, ErrorTypes errors)
{
    /// <summary>Fills in the fields and interfaces of an object or interface type.</summary>
    public void Complete(CompositeType type, Type clrType)
    {
        var interfaces = InterfacesOf(clrType).Select(face => (InterfaceType)context.Types.OutputNamed(face)).ToList();
        if (type is ObjectType && nodes.InterfaceOf(clrType) is { } node)
        {
            interfaces.Add(node);
        }
        if (type is ObjectType && errors.InterfaceOf(clrType) is { } error)
        {
            interfaces.Add(error);
        }
        var added = ExtensionsOf(clrType).SelectMany(extension => MembersOf(extension).Select(member => fields.Field(member, clrType))).ToArray();
        var own = PropertiesOf(clrType).Where(member => added.All(field => field.Name != FieldInference.NameOf(member))).Select(member => fields.Field(member, clrType));
        type.Complete([.. interfaces], [.. own, .. added]);
        if (type is ObjectType)
        {
            Authorize((ObjectType)type, clrType);
        }
    }

    /// <summary>The public static members of a class that adds fields to another type or to a root type.</summary>
    public static IEnumerable<MemberInfo> MembersOf(Type extension)
    {
        var members = extension.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false } && !member.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .OrderBy(member => member.MetadataToken);
        var streams = members.Select(member => member.GetCustomAttribute<SubscribeAttribute>()?.With).OfType<string>().ToHashSet();
        return members.Where(member => !streams.Contains(member.Name) && !(member.IsDefined(typeof(NodeResolverAttribute)) && !extension.IsDefined(typeof(QueryTypeAttribute))));
    }

    /// <summary>The interfaces and base classes of a C# type that are interface types, the nearest last.</summary>
    public IEnumerable<Type> InterfacesOf(Type clrType)
    {
        var above = clrType.GetInterfaces().AsEnumerable();
        for (var baseType = clrType.BaseType; baseType is not null; baseType = baseType.BaseType)
        {
            above = above.Append(baseType);
        }
        return above.Where(face => context.Annotated.IsInterface(face) || face == context.Options.Mutations.ErrorInterface);
    }

    // A class may be extended, and so may an interface type that it implements.
    private IEnumerable<Type> ExtensionsOf(Type clrType) =>
        context.Annotated.ExtensionsOf(clrType).Concat(InterfacesOf(clrType).SelectMany(face => context.Annotated.ExtensionsOf(face))).Distinct();

    private static IEnumerable<MemberInfo> PropertiesOf(Type clrType)
    {
        var types = clrType.IsInterface ? clrType.GetInterfaces().Append(clrType) : [clrType];
        return types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance))
            .Where(member => member is PropertyInfo property ? property.GetIndexParameters().Length == 0 && property.GetMethod?.IsPublic == true : IsAnnotatedMethod(member))
            .Where(member => !member.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .DistinctBy(member => member.Name)
            .Select(member => (Member: member, First: FirstDeclaration(member)))
            .OrderBy(pair => Depth(pair.First.DeclaringType!)).ThenBy(pair => pair.Member is MethodInfo).ThenBy(pair => pair.First.MetadataToken)
            .Select(pair => pair.Member);
    }

    // An override stands where the base class has the member, so that all implementations show shared fields in one order.
    private static MemberInfo FirstDeclaration(MemberInfo member) => member is PropertyInfo { GetMethod: { } getter } property
        ? getter.GetBaseDefinition().DeclaringType!.GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) ?? member
        : member;

    // Methods of domain classes do things; only those that are said to be fields are fields.
    private static bool IsAnnotatedMethod(MemberInfo member) =>
        member is MethodInfo { IsSpecialName: false } && member.GetCustomAttributes().Any(attribute => attribute.GetType().Namespace == typeof(GraphQLNameAttribute).Namespace);

    private static int Depth(Type type) => type.BaseType is { } baseType ? Depth(baseType) + 1 : 0;

    private void Authorize(ObjectType type, Type clrType)
    {
        type.Authorization = Requirements.Of([clrType, .. context.Annotated.ExtensionsOf(clrType).Where(extension => !IsRoot(extension))]);
        foreach (var field in type.Fields.Where(field => !field.AllowsAnonymous))
        {
            field.Authorization = [.. field.Authorization.Union(type.Authorization)];
        }
        type.Description = Requirements.Describe(type.Description, type.Authorization, context.Options);
    }

    private static bool IsRoot(Type extension) =>
        extension.IsDefined(typeof(QueryTypeAttribute)) || extension.IsDefined(typeof(MutationTypeAttribute)) || extension.IsDefined(typeof(SubscriptionTypeAttribute));
}
