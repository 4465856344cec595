using System.Reflection;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.Building;

/// <summary>What a schema is built from, and by which conventions.</summary>
public sealed class SchemaOptions
{
    /// <summary>Annotated classes and types to be in the schema.</summary>
    public IList<Type> Types { get; } = [];

    /// <summary>The schema's description; null for none.</summary>
    public string? Description { get; set; }

    /// <summary>The descriptions of the root types, whose fields come from many classes.</summary>
    public IDictionary<OperationType, string> RootDescriptions { get; } = new Dictionary<OperationType, string>();

    /// <summary>Whether the schema has <c>interface Node</c>, <c>node</c> and <c>nodes</c>.</summary>
    public bool GlobalObjectIdentification { get; set; }

    /// <summary>Turns an authorization requirement into a sentence of the field's description; null leaves it out.</summary>
    public Func<AuthorizationRequirement, string?> DescribeRequirement { get; set; } = requirement =>
        requirement.Policy is { } policy ? $"Requires: {policy}." : requirement.Roles.IsEmpty ? "Requires: a signed-in caller." : $"Requires one of the roles {string.Join(", ", requirement.Roles)}.";

    /// <summary>Conventions of mutations.</summary>
    public MutationConventionOptions Mutations { get; } = new();

    /// <summary>Sizes of pages.</summary>
    public PagingOptions Paging { get; } = new();

    /// <summary>Scalars for further C# types, or other ones for those that have one.</summary>
    public IDictionary<Type, Func<ScalarType>> Scalars { get; } = new Dictionary<Type, Func<ScalarType>>();

    /// <summary>Gives the scalars of arguments and input fields another form, or refuses them, before a resolver sees them; null leaves a member alone.</summary>
    public Func<InputTarget, InputFormatter?> FormatInput { get; set; } = _ => null;

    /// <summary>Adds every annotated type of an assembly.</summary>
    public void AddTypes(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => type.GetCustomAttributes().Any(IsDeclaration)))
        {
            Types.Add(type);
        }
    }

    private static bool IsDeclaration(Attribute attribute) =>
        attribute is QueryTypeAttribute or MutationTypeAttribute or SubscriptionTypeAttribute or GraphQLTypeDeclarationAttribute;
}

/// <summary>Gives a coerced scalar another form, adding to the problems what is wrong with it. Null does not come here.</summary>
public delegate object? InputFormatter(object value, CoercionProblems problems);

/// <summary>An argument or input field whose values are scalars, or lists of them.</summary>
/// <param name="DeclaringType">The C# class of the input object; null for an argument.</param>
/// <param name="Type">The C# type of the scalar.</param>
/// <param name="IsNullable">Whether null may be given in its place.</param>
/// <param name="Sources">Where its attributes stand.</param>
public sealed record InputTarget(Type? DeclaringType, Type Type, bool IsNullable, IReadOnlyList<ICustomAttributeProvider> Sources);

/// <summary>How mutations take their input and answer.</summary>
public sealed class MutationConventionOptions
{
    /// <summary>The C# type whose public properties are the fields of <c>interface Error</c>; null makes it <c>{ message: String! }</c>.</summary>
    public Type? ErrorInterface { get; set; }

    /// <summary>The name of the error interface.</summary>
    public string ErrorInterfaceName { get; set; } = "Error";

    /// <summary>Errors that every mutation may answer with without saying so.</summary>
    public IList<Type> CommonErrors { get; } = [];

    /// <summary>Steps around every mutation, the first outermost. They see the resolver's own result, before it becomes a payload.</summary>
    public IList<FieldMiddleware> Middleware { get; } = [];
}

/// <summary>Sizes of pages.</summary>
public sealed class PagingOptions
{
    /// <summary>The most items a page may have.</summary>
    public int MaxPageSize { get; set; } = 100;

    /// <summary>The size of a page when a request does not say.</summary>
    public int DefaultPageSize { get; set; } = 20;

    /// <summary>Whether connections have <c>totalCount</c> where the attribute does not say.</summary>
    public bool IncludeTotalCount { get; set; }
}
