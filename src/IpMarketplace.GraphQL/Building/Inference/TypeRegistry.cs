using System.Reflection;
using System.Text.Json;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>The schema type of each C# type: made when first asked for, its members filled in later, so that types may refer to each other.</summary>
internal sealed class TypeRegistry
{
    private static readonly Dictionary<Type, Func<ScalarType>> KnownScalars = new()
    {
        [typeof(int)] = () => new IntType(),
        [typeof(long)] = () => new LongType(),
        [typeof(double)] = () => new FloatType(),
        [typeof(string)] = () => new StringType(),
        [typeof(bool)] = () => new BooleanType(),
        [typeof(Guid)] = () => new UuidType(),
        [typeof(DateTimeOffset)] = () => new DateTimeType(),
        [typeof(DateOnly)] = () => new LocalDateType(),
        [typeof(decimal)] = () => new DecimalType(),
        [typeof(Uri)] = () => new UrlType(),
        [typeof(object)] = () => new AnyType(),
        [typeof(IFile)] = () => new UploadType(),
    };

    private static readonly Dictionary<Type, Type> SameScalarAs = new()
    {
        [typeof(short)] = typeof(int),
        [typeof(byte)] = typeof(int),
        [typeof(sbyte)] = typeof(int),
        [typeof(ushort)] = typeof(int),
        [typeof(uint)] = typeof(long),
        [typeof(float)] = typeof(double),
        [typeof(char)] = typeof(string),
        [typeof(DateTime)] = typeof(DateTimeOffset),
        [typeof(JsonElement)] = typeof(object),
    };

    private readonly Dictionary<Type, NamedType> _leaves = [];
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, InputObjectType> _inputs = [];
    private readonly HashSet<NamedType> _known = [];
    private readonly List<NamedType> _all = [];
    private readonly IdType _id = new();
    private readonly Queue<(NamedType Type, Type ClrType)> _incomplete = new();
    private readonly SchemaOptions _options;
    private readonly AnnotatedTypes _annotated;
    private readonly Documentation _documentation;

    public TypeRegistry(SchemaOptions options, AnnotatedTypes annotated, Documentation documentation) =>
        (_options, _annotated, _documentation) = (options, annotated, documentation);

    /// <summary>The scalar <c>ID</c>; in the schema once something uses it.</summary>
    public ScalarType Id => Add(_id);

    /// <summary>Every type made so far.</summary>
    public IReadOnlyList<NamedType> All => _all;

    /// <summary>Takes the next type whose members are still to be filled in.</summary>
    public bool TryNext(out NamedType type, out Type clrType)
    {
        var found = _incomplete.TryDequeue(out var next);
        (type, clrType) = next;
        return found;
    }

    /// <summary>Adds a type that was made otherwise.</summary>
    public T Add<T>(T type) where T : NamedType
    {
        if (_known.Add(type))
        {
            _all.Add(type);
        }
        return type;
    }

    /// <summary>The type for answers.</summary>
    public IType Output(ClrShape shape) => Wrap(shape, shape.Item is { } item ? new ListType(Output(item)) : OutputNamed(shape.Type));

    /// <summary>The type for arguments and input fields.</summary>
    public IType Input(ClrShape shape)
    {
        if (shape.IsOptional)
        {
            return Input(shape.Argument ?? ClrShape.Of(shape.Type.GenericTypeArguments[0])).Nullable;
        }
        return Wrap(shape, shape.Item is { } item ? new ListType(Input(item)) : InputNamed(shape.Type));
    }

    /// <summary>The named type for answers of a C# type.</summary>
    public NamedType OutputNamed(Type clrType)
    {
        if (Leaf(clrType) is { } leaf)
        {
            return leaf;
        }
        if (_outputs.TryGetValue(clrType, out var known))
        {
            return known;
        }
        var name = NameOf(clrType);
        NamedType type = _annotated.IsInterface(clrType) || clrType == _options.Mutations.ErrorInterface ? new InterfaceType(name)
            : AnnotatedTypes.IsUnion(clrType) ? new UnionType(name)
            : new ObjectType(name);
        return Register(_outputs, type, clrType);
    }

    /// <summary>The scalar of a C# type; null when it has none.</summary>
    public NamedType? Leaf(Type clrType)
    {
        clrType = SameScalarAs.GetValueOrDefault(clrType, clrType);
        if (_leaves.TryGetValue(clrType, out var known))
        {
            return known;
        }
        NamedType? made = clrType.IsEnum ? EnumInference.Make(clrType, NameOf(clrType), _documentation)
            : _options.Scalars.TryGetValue(clrType, out var own) ? own()
            : KnownScalars.TryGetValue(clrType, out var make) ? make()
            : typeof(ScalarType).IsAssignableFrom(clrType) && !clrType.IsAbstract ? (ScalarType)Activator.CreateInstance(clrType)!
            : null;
        if (made is null)
        {
            return null;
        }
        made = _all.FirstOrDefault(type => type is ScalarType && type.Name == made.Name) ?? Add(made);
        _leaves.Add(clrType, made);
        return made;
    }

    /// <summary>The name of the type for answers.</summary>
    public string NameOf(Type clrType)
    {
        if (clrType == _options.Mutations.ErrorInterface)
        {
            return _options.Mutations.ErrorInterfaceName;
        }
        if (_annotated.DeclaredName(clrType) is { } declared)
        {
            return declared;
        }
        var bare = clrType.Name.Split('`')[0];
        return clrType.IsGenericType ? $"{bare}Of{string.Join("And", clrType.GenericTypeArguments.Select(NameOf))}" : bare;
    }

    private InputObjectType InputObject(Type clrType)
    {
        if (_inputs.TryGetValue(clrType, out var known))
        {
            return known;
        }
        var name = _annotated.DeclaredName(clrType) ?? (clrType.Name.EndsWith("Input", StringComparison.Ordinal) ? clrType.Name : $"{clrType.Name}Input");
        var type = new InputObjectType(name) { IsOneOf = clrType.IsDefined(typeof(OneOfAttribute)) };
        return Register(_inputs, type, clrType);
    }

    private NamedType InputNamed(Type clrType) => Leaf(clrType) ?? InputObject(clrType);

    private T Register<T, TBase>(Dictionary<Type, TBase> into, T type, Type clrType) where T : TBase where TBase : NamedType
    {
        type.ClrType = clrType;
        type.Description = clrType.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? _documentation.Of(clrType);
        into.Add(clrType, type);
        Add(type);
        _incomplete.Enqueue((type, clrType));
        return type;
    }

    private static IType Wrap(ClrShape shape, IType type) => shape.IsNullable ? type : new NonNullType(type);
}
