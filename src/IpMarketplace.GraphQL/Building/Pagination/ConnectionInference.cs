using System.Linq.Expressions;
using System.Reflection;
using IpMarketplace.GraphQL.Building.Inference;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Building.Pagination;

/// <summary>Paged fields and their connection and edge types.</summary>
internal sealed class ConnectionInference(InferenceContext context, FieldInference fields)
{
    private readonly Dictionary<string, (ObjectType Type, Type ClrType, bool WithTotal, MemberInfo Field)> _connections = [];

    /// <summary>A paged field.</summary>
    public OutputField Field(MemberInfo member, ClrShape shape, UsePagingAttribute paging, FieldArguments arguments)
    {
        var options = context.Options.Paging;
        var maximum = paging.MaxPageSize > 0 ? paging.MaxPageSize : options.MaxPageSize;
        var standard = paging.DefaultPageSize > 0 ? paging.DefaultPageSize : options.DefaultPageSize;
        var withTotal = paging.IncludeTotalCount || options.IncludeTotalCount;
        var (connection, item) = ConnectionOf(member, shape);
        var type = TypeOf(paging.ConnectionName ?? DefaultName(member, connection), connection, item, withTotal, member);
        var field = FieldInference.New(member, shape.IsNullable ? type : new NonNullType(type), arguments);
        var usual = Math.Min(standard, maximum);
        Resolve(field, member, shape, new PageArguments(arguments, maximum, usual), arguments, item.Type);
        field.ListSize = new ListSize(maximum, ["first", "last"], ["edges", "nodes"], RequireOneSlicingArgument: false, usual);
        return field;
    }

    /// <summary>Whether a type becomes a connection or edge type with the field that returns it, and is no object type by itself.</summary>
    public static bool Makes(Type clrType)
    {
        for (var type = clrType; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(Connection<>) || definition == typeof(Edge<>)))
            {
                return true;
            }
        }
        return false;
    }

    private static (Type Connection, ClrShape Item) ConnectionOf(MemberInfo member, ClrShape shape)
    {
        for (var type = shape.Type; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Connection<>))
            {
                return (shape.Type, ClrShape.Of(type.GenericTypeArguments[0]));
            }
        }
        return shape.Item is { } item
            ? (typeof(Connection<>).MakeGenericType(item.Type), item)
            : throw new SchemaException(
                $"{member.DeclaringType!.FullName}.{member.Name} is marked [UsePaging] but returns {shape.Type.Name}. Return a Connection<T>, an IQueryable<T> or a sequence.");
    }

    private string DefaultName(MemberInfo member, Type connection)
    {
        if (!connection.IsGenericType)
        {
            var name = context.Types.NameOf(connection);
            return name.EndsWith("Connection", StringComparison.Ordinal) ? name[..^"Connection".Length] : name;
        }
        return NamingConventions.Pascal(FieldInference.NameOf(member));
    }

    private ObjectType TypeOf(string name, Type clrType, ClrShape item, bool withTotal, MemberInfo member)
    {
        if (_connections.TryGetValue(name, out var known))
        {
            return known.ClrType == clrType && known.WithTotal == withTotal ? known.Type : throw new SchemaException(
                $"{Of(member)} and {Of(known.Field)} both make a {name}Connection, but not the same one. Give one of them a ConnectionName.");
        }
        var itemType = context.Types.Output(item);
        var type = new ObjectType($"{name}Connection") { ClrType = clrType, Description = DescriptionOf(clrType, "A page of a list.") };
        _connections.Add(name, (type, clrType, withTotal, member));
        context.Types.Add(type);
        var edges = Property(clrType, nameof(Connection<>.Edges));
        var edge = EdgeOf(name, ClrShape.Of(edges).Item!.Type, itemType);
        List<OutputField> members =
        [
            Pure(edges, new ListType(new NonNullType(edge)), "The items of the page with their cursors."),
            Pure(Property(clrType, nameof(Connection<>.Nodes)), new ListType(itemType), "The items of the page."),
            Pure(Property(clrType, nameof(Connection<>.PageInfo)), new NonNullType(context.Types.OutputNamed(typeof(ConnectionPageInfo))), "Where the page lies in the whole list."),
        ];
        if (withTotal)
        {
            members.Add(Pure(Property(clrType, nameof(Connection<>.TotalCount)), new NonNullType(context.Types.Leaf(typeof(int))!), "How many items there are in all, not only on this page."));
        }
        type.Complete([], [.. members, .. Further(clrType, typeof(Connection<>))]);
        return type;
    }

    private ObjectType EdgeOf(string name, Type clrType, IType itemType)
    {
        var edge = context.Types.Add(new ObjectType($"{name}Edge") { ClrType = clrType, Description = DescriptionOf(clrType, "An item of a list with its cursor.") });
        edge.Complete([],
        [
            Pure(Property(clrType, nameof(Edge<>.Node)), itemType, "The item."),
            Pure(Property(clrType, nameof(Edge<>.Cursor)), new NonNullType(context.Types.Leaf(typeof(string))!), "The place of the item, to be given as `after` or `before`."),
            .. Further(clrType, typeof(Edge<>)),
        ]);
        return edge;
    }

    // What a subclass adds, and what static classes add to the subclass.
    private IEnumerable<OutputField> Further(Type clrType, Type genericBase)
    {
        if (clrType.IsGenericType && clrType.GetGenericTypeDefinition() == genericBase)
        {
            return [];
        }
        var basic = genericBase.GetProperties().Select(property => property.Name).ToHashSet();
        var own = clrType.GetProperties().Where(property => !basic.Contains(property.Name) && !property.IsDefined(typeof(GraphQLIgnoreAttribute)));
        var added = context.Annotated.ExtensionsOf(clrType).SelectMany(ObjectInference.MembersOf);
        return [.. own.Concat(added).Select(member => fields.Field(member, clrType))];
    }

    // A subclass may narrow Edges by hiding it; the nearest declaration counts.
    private static PropertyInfo Property(Type type, string name)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is { } found)
            {
                return found;
            }
        }
        throw new SchemaException($"{type} has no {name}.");
    }

    private static OutputField Pure(PropertyInfo property, IType type, string description) => new(NamingConventions.Camel(property.Name), type, [])
    {
        Description = description,
        Member = property,
        PureResolver = ResolverCompiler.Pure(property, (_, _) => throw new InvalidOperationException(), type, coding: null),
    };

    private void Resolve(OutputField field, MemberInfo member, ClrShape shape, PageArguments page, FieldArguments arguments, Type itemType)
    {
        var bind = fields.Binder(arguments, (parameter, given) => parameter.ParameterType == typeof(PagingArguments)
            ? Expression.Call(Expression.Constant(page), nameof(PageArguments.Read), null, given)
            : null);
        if (typeof(IConnection).IsAssignableFrom(shape.Type) && !FieldInference.ShapeOf(member).IsAwaited)
        {
            var pure = ResolverCompiler.Pure(member, bind, field.Type, coding: null);
            var checksItself = member is MethodInfo method && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(PagingArguments));
            field.PureResolver = checksItself ? pure : given =>
            {
                page.Read(given);
                return pure(given);
            };
            return;
        }
        var inner = ResolverCompiler.Async(member, bind);
        var slicing = (ISlicing)Activator.CreateInstance(typeof(Slicing<>).MakeGenericType(itemType))!;
        field.Resolver = async given =>
        {
            var asked = page.Read(given);
            var result = await inner(given);
            return result is IConnection or null ? result : await slicing.SliceAsync(result, asked, given.RequestAborted);
        };
    }

    private string DescriptionOf(Type clrType, string usual) => clrType.IsGenericType ? usual : context.Documentation.Of(clrType) ?? usual;

    private static string Of(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";
}
