using IpMarketplace.GraphQL.Building.Inference;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Building.Mutations;

/// <summary>The error interface, and the object types of error classes and exceptions.</summary>
internal sealed class ErrorTypes
{
    private readonly InferenceContext _context;
    private readonly Dictionary<Type, ObjectType> _exceptions = [];
    private readonly HashSet<Type> _classes = [];
    private InterfaceType? _interface;

    public ErrorTypes(InferenceContext context) => _context = context;

    /// <summary>The error interface.</summary>
    public InterfaceType Interface => _interface ??= _context.Options.Mutations.ErrorInterface is { } clrType
        ? (InterfaceType)_context.Types.OutputNamed(clrType)
        : Plain();

    /// <summary>The error interface, for an error class that does not derive from its C# type.</summary>
    public InterfaceType? InterfaceOf(Type clrType) =>
        _classes.Contains(clrType) && _context.Options.Mutations.ErrorInterface?.IsAssignableFrom(clrType) != true ? Interface : null;

    /// <summary>The object type of an error class or exception.</summary>
    public ObjectType TypeOf(Type error)
    {
        if (typeof(Exception).IsAssignableFrom(error))
        {
            return _exceptions.TryGetValue(error, out var known) ? known : OfException(error);
        }
        _classes.Add(error);
        return (ObjectType)_context.Types.OutputNamed(error);
    }

    private InterfaceType Plain()
    {
        var type = new InterfaceType(_context.Options.Mutations.ErrorInterfaceName) { Description = "What went wrong in a mutation." };
        type.Complete([], [new OutputField("message", new NonNullType(Text), []) { Description = "What is wrong and what would be right." }]);
        return _context.Types.Add(type);
    }

    private NamedType Text => _context.Types.Leaf(typeof(string))!;

    private ObjectType OfException(Type exception)
    {
        var name = exception.Name.EndsWith("Exception", StringComparison.Ordinal) ? $"{exception.Name[..^"Exception".Length]}Error" : exception.Name;
        var type = _context.Types.Add(new ObjectType(name) { ClrType = exception, Description = _context.Documentation.Of(exception) });
        _exceptions.Add(exception, type);
        FieldValue code = NamingConventions.EnumValue(name);
        type.Complete([Interface],
        [
            new OutputField("message", new NonNullType(Text), [])
            {
                Description = "What is wrong.",
                PureResolver = context => ((Exception)context.ParentObject!).Message,
            },
            new OutputField("code", new NonNullType(Text), [])
            {
                Description = "The kind of error, for programs.",
                PureResolver = _ => code,
            },
        ]);
        return type;
    }
}
