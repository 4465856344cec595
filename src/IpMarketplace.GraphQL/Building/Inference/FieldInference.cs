using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using IpMarketplace.GraphQL.Building.Pagination;
using IpMarketplace.GraphQL.Building.Relay;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>Fields of C# properties and methods.</summary>
internal sealed class FieldInference(InferenceContext context, InputInference inputs)
{
    private readonly ResolverParameters _parameters = new(context.IsService);

    private ConnectionInference Connections => field ??= new ConnectionInference(context, this);

    /// <summary>A field of a member of the type it is declared on, or of a static class that extends it.</summary>
    /// <param name="member">The property or method.</param>
    /// <param name="owner">The C# type whose ids an <c>[ID]</c> means; null on root types.</param>
    public OutputField Field(MemberInfo member, Type? owner)
    {
        var shape = ShapeOf(member);
        var paging = member.GetCustomAttribute<UsePagingAttribute>();
        var arguments = ArgumentsOf(member, shape, paging is not null);
        if (paging is not null)
        {
            return Described(Connections.Field(member, shape.Result, paging, arguments), member);
        }
        var nodeId = NodeIdOf(member, owner);
        var coding = nodeId ?? context.IdCodingOf([member], owner);
        var type = coding is not null ? TypeSyntax.Replace(shape.Result, context.Types.Id)
            : TypeSyntax.Declared([member], shape.Result, context, input: false) ?? context.Types.Output(shape.Result);
        var field = New(member, type, arguments);
        if (shape.IsAwaited)
        {
            field.Resolver = ResolverCompiler.Async(member, Binder(arguments), coding);
        }
        else
        {
            field.PureResolver = ResolverCompiler.Pure(member, Binder(arguments), type, coding);
        }
        Described(field, member);
        field.Description = nodeId is null ? field.Description : NodeTypes.IdDescription;
        return field;
    }

    /// <summary>A field without resolver yet.</summary>
    public static OutputField New(MemberInfo member, IType type, FieldArguments arguments, string? name = null) => new(name ?? NameOf(member), type, [.. arguments.All])
    {
        Member = member,
        DeprecationReason = Deprecation.Of(member),
    };

    /// <summary>The name of the field.</summary>
    public static string NameOf(MemberInfo member) => member.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? NamingConventions.Field(member.Name);

    /// <summary>What the member answers, tasks not taken off.</summary>
    public static ClrShape ShapeOf(MemberInfo member)
    {
        var shape = member is MethodInfo method ? ClrShape.Of(method.ReturnParameter) : ClrShape.Of((PropertyInfo)member);
        return shape.Type == typeof(void) || shape.Type == typeof(Task) || shape.Type == typeof(ValueTask)
            ? throw new SchemaException($"{member.DeclaringType!.FullName}.{member.Name} answers nothing, so it cannot be a field. Return a value, or mark it [GraphQLIgnore].")
            : shape;
    }

    /// <summary>Whether the engine gives the parameter its value, so that it is no argument.</summary>
    public bool IsArgument(ParameterInfo parameter) => parameter.ParameterType != typeof(PagingArguments) && _parameters.IsArgument(parameter);

    /// <summary>Gives parameters their values: services and the like by the engine, the others by the field's arguments.</summary>
    public ResolverCompiler.BindParameter Binder(FieldArguments arguments, Func<ParameterInfo, ParameterExpression, Expression?>? special = null) => (parameter, given) =>
        special?.Invoke(parameter, given)
        ?? (arguments.IndexOf(parameter) is { } index ? ResolverParameters.Argument(given, index, parameter.ParameterType) : null)
        ?? _parameters.Injected(parameter, given)
        ?? throw new SchemaException($"Nothing gives the parameter {parameter.Name} of {parameter.Member.DeclaringType!.FullName}.{parameter.Member.Name} a value.");

    /// <summary>Description, authorization and cost, as attributes and doc comments say.</summary>
    public OutputField Described(OutputField field, MemberInfo member)
    {
        field.AllowsAnonymous = member.IsDefined(typeof(AllowAnonymousAttribute))
            || (member.DeclaringType!.IsDefined(typeof(AllowAnonymousAttribute)) && !member.IsDefined(typeof(AuthorizeAttribute)));
        field.Authorization = field.AllowsAnonymous ? [] : Requirements.Of(member, member.DeclaringType!);
        field.Description = Requirements.Describe(
            member.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? context.Documentation.Of(member), field.Authorization, context.Options);
        field.Cost = member.GetCustomAttribute<CostAttribute>()?.Weight;
        if (member.GetCustomAttribute<ListSizeAttribute>() is { } size)
        {
            field.ListSize = new ListSize(
                Given(size.AssumedSize),
                [.. size.SlicingArguments ?? []],
                [.. size.SizedFields ?? []],
                size.RequireOneSlicingArgument,
                Given(size.SlicingArgumentDefaultValue));
        }
        return field;
    }

    private static int? Given(int size) => size == 0 ? null : size;

    private FieldArguments ArgumentsOf(MemberInfo member, ClrShape shape, bool isPaged)
    {
        if (member is not MethodInfo method)
        {
            return new FieldArguments([]);
        }
        var parameters = method.GetParameters().Where(IsArgument).ToArray();
        var isNodeResolver = method.IsDefined(typeof(NodeResolverAttribute));
        var arguments = parameters.Select((parameter, i) => (parameter, isNodeResolver && i == 0
            ? inputs.Argument(parameter, new IdCoding(context.NodeIds, context.Types.NameOf(shape.Result.Type)))
            : inputs.Argument(parameter)));
        var given = new FieldArguments([.. arguments]);
        return isPaged ? given.With(PageArguments.Definitions(context, given)) : given;
    }

    private IdCoding? NodeIdOf(MemberInfo member, Type? owner) => owner is not null && context.Nodes.Contains(owner) && member is PropertyInfo { Name: "Id" }
        ? new IdCoding(context.NodeIds, context.Types.NameOf(owner))
        : null;
}

/// <summary>The arguments of a field under construction, with the parameters they come from.</summary>
internal sealed record FieldArguments(ImmutableArray<(ParameterInfo? Parameter, Argument Argument)> Items)
{
    public IEnumerable<Argument> All => Items.Select(item => item.Argument);

    public int? IndexOf(ParameterInfo parameter) => At(item => item.Parameter is { } given && IsSame(given, parameter));

    public int? IndexOf(string name) => At(item => item.Argument.Name == name);

    public FieldArguments With(IEnumerable<Argument> further) => new([.. Items, .. further.Select(argument => ((ParameterInfo?)null, argument))]);

    // Reflection may hand out two objects for one parameter, when two threads ask a method for its parameters at once.
    public static bool IsSame(ParameterInfo one, ParameterInfo other) => one.Position == other.Position && one.Member == other.Member;

    private int? At(Predicate<(ParameterInfo? Parameter, Argument Argument)> wanted) => Array.FindIndex([.. Items], wanted) is var index and >= 0 ? index : null;
}
