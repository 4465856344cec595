using System.Reflection;
using IpMarketplace.GraphQL.Building.Mutations;
using IpMarketplace.GraphQL.Building.Pagination;
using IpMarketplace.GraphQL.Building.Relay;
using IpMarketplace.GraphQL.Building.Subscriptions;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>Builds a schema of annotated C#: the root types first, then whatever they lead to.</summary>
internal sealed class SchemaInference
{
    private readonly InferenceContext _context;
    private readonly FieldInference _fields;
    private readonly InputInference _inputs;
    private readonly ObjectInference _objects;
    private readonly NodeTypes _nodes;
    private readonly MutationInference _mutations;
    private readonly SubscriptionInference _subscriptions;

    private SchemaInference(SchemaOptions options, Func<Type, bool> isService, INodeIdSerializer nodeIds)
    {
        var annotated = new AnnotatedTypes(options.Types);
        var documentation = new Documentation();
        _context = new InferenceContext(options, annotated, documentation, new TypeRegistry(options, annotated, documentation), isService, nodeIds);
        _nodes = new NodeTypes(_context);
        _inputs = new InputInference(_context);
        _fields = new FieldInference(_context, _inputs);
        var errors = new ErrorTypes(_context);
        _objects = new ObjectInference(_context, _fields, _nodes, errors);
        _mutations = new MutationInference(_context, _fields, _inputs, errors);
        _subscriptions = new SubscriptionInference(_fields, _inputs);
    }

    /// <summary>The schema, found valid.</summary>
    /// <param name="options">What to build from.</param>
    /// <param name="isService">Whether a type is registered as a service: such parameters of resolvers are injected.</param>
    /// <param name="nodeIds">Reads and writes global ids.</param>
    /// <exception cref="SchemaException">The annotated types make no valid schema.</exception>
    public static Schema Build(SchemaOptions options, Func<Type, bool> isService, INodeIdSerializer nodeIds) =>
        new SchemaInference(options, isService, nodeIds).Build();

    private Schema Build()
    {
        var annotated = _context.Annotated;
        var roots = new Dictionary<OperationType, NamedType>();
        AddRoot(roots, OperationType.Query, [.. Members(annotated.Queries, member => _fields.Field(member, owner: null)), .. _nodes.RootFields(_fields)]);
        AddRoot(roots, OperationType.Mutation, [.. Members(annotated.Mutations, member => _mutations.Field((MethodInfo)member))]);
        AddRoot(roots, OperationType.Subscription, [.. Members(annotated.Subscriptions, member => _subscriptions.Field((MethodInfo)member))]);
        foreach (var clrType in annotated.Outputs.Concat(_nodes.ClrTypes).Where(clrType => !ConnectionInference.Makes(clrType)))
        {
            _context.Types.OutputNamed(clrType);
        }
        foreach (var clrType in annotated.Inputs)
        {
            _context.Types.Input(ClrShape.Of(clrType));
        }
        while (_context.Types.TryNext(out var type, out var clrType))
        {
            Complete(type, clrType);
        }
        var schema = new Schema(new SchemaParts(roots, _context.Types.All, [], _context.Options.Description));
        var problems = SchemaValidator.Validate(schema);
        return problems.Count == 0 ? schema : throw new SchemaException(problems);
    }

    private void AddRoot(Dictionary<OperationType, NamedType> roots, OperationType operation, IReadOnlyList<OutputField> fields)
    {
        if (fields.Count > 0)
        {
            var type = _context.Types.Add(new ObjectType(operation.ToString()) { Description = _context.Options.RootDescriptions.TryGetValue(operation, out var text) ? text : null });
            type.Complete([], [.. fields]);
            roots.Add(operation, type);
        }
    }

    private static IEnumerable<OutputField> Members(List<Type> classes, Func<MemberInfo, OutputField> make) =>
        classes.OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(ObjectInference.MembersOf).Select(make);

    private void Complete(NamedType type, Type clrType)
    {
        switch (type)
        {
            case InputObjectType input:
                _inputs.Complete(input, clrType);
                break;
            case UnionType union:
                union.Complete([.. Implementations(clrType).Select(_context.Types.OutputNamed)]);
                break;
            case InterfaceType when clrType != _context.Options.Mutations.ErrorInterface:
                _objects.Complete((CompositeType)type, clrType);
                foreach (var implementation in Implementations(clrType))
                {
                    _context.Types.OutputNamed(implementation);
                }
                break;
            case CompositeType composite:
                _objects.Complete(composite, clrType);
                break;
        }
    }

    private IEnumerable<Type> Implementations(Type clrType) => _context.Annotated.Assemblies.Append(clrType.Assembly).Distinct()
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsAbstract: false, IsInterface: false, IsGenericTypeDefinition: false } && clrType.IsAssignableFrom(type) && !type.IsDefined(typeof(GraphQLIgnoreAttribute)))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);
}
