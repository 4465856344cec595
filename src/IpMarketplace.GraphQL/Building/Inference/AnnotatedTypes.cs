using System.Reflection;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>What the attributes on the given classes say, before any type is made.</summary>
internal sealed class AnnotatedTypes
{
    private readonly Dictionary<Type, List<Type>> _extensions = [];
    private readonly HashSet<Type> _interfaces = [];

    public AnnotatedTypes(IEnumerable<Type> types)
    {
        foreach (var type in types.Distinct())
        {
            Sort(type);
        }
    }

    public List<Type> Queries { get; } = [];

    public List<Type> Mutations { get; } = [];

    public List<Type> Subscriptions { get; } = [];

    /// <summary>Types for answers that are in the schema whether anything refers to them or not.</summary>
    public List<Type> Outputs { get; } = [];

    /// <summary>Input objects that are in the schema whether anything refers to them or not.</summary>
    public List<Type> Inputs { get; } = [];

    /// <summary>The assemblies of the given classes: where implementations of interfaces and unions are looked for.</summary>
    public HashSet<Assembly> Assemblies { get; } = [];

    /// <summary>The static classes that add fields to the type for this C# type.</summary>
    public IReadOnlyList<Type> ExtensionsOf(Type clrType) => _extensions.GetValueOrDefault(clrType) ?? [];

    public bool IsInterface(Type clrType) => _interfaces.Contains(clrType) || clrType.IsDefined(typeof(InterfaceTypeAttribute), inherit: false);

    public static bool IsUnion(Type clrType) => clrType.IsDefined(typeof(UnionTypeAttribute), inherit: false);

    /// <summary>The name that attributes give the type, on itself or on a class that extends it.</summary>
    public string? DeclaredName(Type clrType) => ExtensionsOf(clrType).Prepend(clrType)
        .Select(type => type.GetCustomAttribute<GraphQLNameAttribute>(inherit: false)?.Name
            ?? type.GetCustomAttributes<GraphQLTypeDeclarationAttribute>(inherit: false).Select(attribute => attribute.Name).FirstOrDefault(name => name is not null))
        .FirstOrDefault(name => name is not null);

    private void Sort(Type type)
    {
        Assemblies.Add(type.Assembly);
        if (type.IsDefined(typeof(QueryTypeAttribute)))
        {
            Queries.Add(type);
        }
        if (type.IsDefined(typeof(MutationTypeAttribute)))
        {
            Mutations.Add(type);
        }
        if (type.IsDefined(typeof(SubscriptionTypeAttribute)))
        {
            Subscriptions.Add(type);
        }
        foreach (var declaration in type.GetCustomAttributes<GraphQLTypeDeclarationAttribute>(inherit: false))
        {
            if (declaration.Described is { } described)
            {
                Extend(described, type, declaration);
            }
            else
            {
                (declaration is InputObjectTypeAttribute ? Inputs : Outputs).Add(type);
            }
        }
    }

    private void Extend(Type described, Type extension, GraphQLTypeDeclarationAttribute declaration)
    {
        if (!_extensions.TryGetValue(described, out var extensions))
        {
            _extensions[described] = extensions = [];
        }
        extensions.Add(extension);
        if (declaration.GetType().GetGenericTypeDefinition() == typeof(InterfaceTypeAttribute<>))
        {
            _interfaces.Add(described);
        }
        Outputs.Add(described);
    }
}
