using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using IpMarketplace.GraphQL.Building.Inference;
using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Building.Relay;

/// <summary>Global object identification: <c>interface Node</c>, <c>node</c> and <c>nodes</c>, answered by the node resolvers.</summary>
internal sealed class NodeTypes
{
    /// <summary>What is said of the id of every node.</summary>
    public const string IdDescription = "The global id: opaque, unique over all types.";

    private readonly InferenceContext _context;
    private readonly Dictionary<Type, MethodInfo> _resolvers;
    private readonly InterfaceType? _interface;

    public NodeTypes(InferenceContext context)
    {
        _context = context;
        _resolvers = Find(context);
        context.Nodes.UnionWith(_resolvers.Keys);
        if (context.Options.GlobalObjectIdentification)
        {
            _interface = new InterfaceType("Node") { Description = "An object that can be fetched again by its id." };
            var id = new OutputField("id", new NonNullType(context.Types.Id), []) { Description = IdDescription };
            _interface.Complete([], [id]);
            context.Types.Add(_interface);
        }
    }

    /// <summary>The C# types that have a node resolver.</summary>
    public IEnumerable<Type> ClrTypes => _resolvers.Keys;

    /// <summary><c>Node</c>, if objects of this C# type can be fetched by their id; else null.</summary>
    public InterfaceType? InterfaceOf(Type clrType) => _resolvers.ContainsKey(clrType) ? _interface : null;

    /// <summary>The root fields <c>node</c> and <c>nodes</c>; none without global object identification.</summary>
    public IEnumerable<OutputField> RootFields(FieldInference fields)
    {
        if (_interface is null)
        {
            yield break;
        }
        var loaders = _resolvers.ToFrozenDictionary(resolver => _context.Types.NameOf(resolver.Key), resolver => Compile(resolver.Value, fields));
        var id = new Argument("id", new NonNullType(_context.Types.Id)) { Description = "The global id." };
        yield return new OutputField("node", _interface, [id])
        {
            Description = "The object with this global id; null when there is none, or none the caller may see.",
            Resolver = context => Find((string)context.ArgumentValue(0)!, "id", loaders).LoadAsync(context),
            Methods = [.. _resolvers.Values],
            AllowsAnonymous = true,
        };
        var maximum = _context.Options.Paging.MaxPageSize;
        var ids = new Argument("ids", new NonNullType(new ListType(new NonNullType(_context.Types.Id)))) { Description = $"The global ids, at most {maximum}." };
        yield return new OutputField("nodes", new NonNullType(new ListType(_interface)), [ids])
        {
            Description = "The objects with these global ids, in their order; null in the place of one that is not there.",
            Resolver = context => LoadAll((object?[])context.ArgumentValue(0)!, context, loaders, maximum),
            Methods = [.. _resolvers.Values],
            AllowsAnonymous = true,
            ListSize = new ListSize(maximum, ["ids"], [], RequireOneSlicingArgument: false),
        };
    }

    private static Dictionary<Type, MethodInfo> Find(InferenceContext context)
    {
        var resolvers = new Dictionary<Type, MethodInfo>();
        var classes = context.Annotated.Queries.Concat(context.Annotated.Outputs.SelectMany(context.Annotated.ExtensionsOf)).Concat(context.Annotated.Outputs).Distinct();
        foreach (var method in classes.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(method => method.IsDefined(typeof(NodeResolverAttribute))))
        {
            var resolved = FieldInference.ShapeOf(method).Result.Type;
            if (!resolvers.TryAdd(resolved, method))
            {
                throw new SchemaException(
                    $"{resolved.Name} has two node resolvers: {method.DeclaringType!.Name}.{method.Name} and {resolvers[resolved].DeclaringType!.Name}.{resolvers[resolved].Name}.");
            }
        }
        return resolvers;
    }

    private static NodeLoader Compile(MethodInfo method, FieldInference fields)
    {
        var keyParameter = method.GetParameters().FirstOrDefault(fields.IsArgument)
            ?? throw new SchemaException($"The node resolver {method.DeclaringType!.FullName}.{method.Name} takes no key. Its first parameter is the key.");
        var given = Expression.Parameter(typeof(IResolverContext), "context");
        var key = Expression.Parameter(typeof(object), "key");
        var bind = fields.Binder(new FieldArguments([]), (parameter, _) => parameter == keyParameter ? Expression.Convert(key, parameter.ParameterType) : null);
        var call = ResolverCompiler.Await(ResolverCompiler.Access(method, bind, given));
        var load = Expression.Lambda<Func<IResolverContext, object, ValueTask<object?>>>(call, given, key).Compile();
        var requirements = method.IsDefined(typeof(AllowAnonymousAttribute)) ? [] : Requirements.Of(method, method.DeclaringType!);
        var isBatched = method.GetParameters().Any(parameter => typeof(IDataLoader).IsAssignableFrom(parameter.ParameterType));
        return new NodeLoader(keyParameter.ParameterType, requirements, isBatched, load);
    }

    private Node Find(string id, string place, FrozenDictionary<string, NodeLoader> loaders)
    {
        if (_context.NodeIds.TryParse(id, out var nodeId) && loaders.TryGetValue(nodeId.TypeName, out var loader)
            && IdCoding.ReadKey(_context.NodeIds, id, nodeId, loader.KeyType) is { } key)
        {
            return new Node(loader, key);
        }
        throw new GraphQLException(ErrorBuilder.New()
            .SetMessage($"{place}: \"{Excerpt.Of(id)}\" is not a global id of an object that can be fetched.")
            .SetCode(ErrorCode.InvalidId)
            .SetExtension("argument", place)
            .Build());
    }

    private async ValueTask<object?> LoadAll(object?[] ids, IResolverContext context, FrozenDictionary<string, NodeLoader> loaders, int maximum)
    {
        if (ids.Length > maximum)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"ids: at most {maximum} ids may be given, not {ids.Length}.")
                .SetCode(ErrorCode.PageSizeLimitExceeded)
                .SetExtension("limit", maximum)
                .Build());
        }
        var nodes = ids.Select((id, i) => Find((string)id!, $"ids[{i}]", loaders)).ToArray();
        var loads = nodes.Select(node => node.Loader.IsBatched ? node.LoadAsync(context).AsTask() : null).ToArray();
        var objects = new object?[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            // Without a data loader one after another: the resolvers may share a service that takes one call at a time.
            objects[i] = loads[i] is { } started ? await started : await nodes[i].LoadAsync(context);
        }
        return objects;
    }

    private sealed record NodeLoader(Type KeyType, ImmutableArray<AuthorizationRequirement> Requirements, bool IsBatched, Func<IResolverContext, object, ValueTask<object?>> Load);

    private readonly record struct Node(NodeLoader Loader, object Key)
    {
        public async ValueTask<object?> LoadAsync(IResolverContext context)
        {
            await NodeAuthorization.CheckAsync(Loader.Requirements, context);
            return await Loader.Load(context, Key);
        }
    }
}
