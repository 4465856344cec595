using System.Reflection;
using IpMarketplace.GraphQL.Building.Relay;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>What every step of inference needs at hand.</summary>
internal sealed record InferenceContext(
    SchemaOptions Options, AnnotatedTypes Annotated, Documentation Documentation, TypeRegistry Types, Func<Type, bool> IsService, INodeIdSerializer NodeIds)
{
    /// <summary>The object types that have a node resolver, by C# type.</summary>
    public HashSet<Type> Nodes { get; } = [];

    /// <summary>The global ids a member is said to hold; null when it is not said.</summary>
    public IdCoding? IdCodingOf(IEnumerable<ICustomAttributeProvider> sources, Type? declaringType)
    {
        var attribute = sources.SelectMany(source => source.GetCustomAttributes(typeof(IDAttribute), inherit: true)).Cast<IDAttribute>().FirstOrDefault();
        if (attribute is null)
        {
            return null;
        }
        var typeName = attribute.TypeName ?? (attribute.Identified ?? declaringType) switch { { } type => Types.NameOf(type), _ => null };
        return new IdCoding(NodeIds, typeName);
    }

    /// <summary>An attribute of one of several places: a record's parameter and its property.</summary>
    public static T? Find<T>(IEnumerable<ICustomAttributeProvider> sources) where T : Attribute =>
        sources.SelectMany(source => source.GetCustomAttributes(typeof(T), inherit: true)).Cast<T>().FirstOrDefault();
}
