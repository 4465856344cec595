using System.Linq.Expressions;
using System.Reflection;
using IpMarketplace.GraphQL.Building.Relay;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>Arguments and input objects of C# parameters, records and classes.</summary>
internal sealed class InputInference(InferenceContext context)
{
    /// <summary>An argument of a resolver's parameter.</summary>
    public Argument Argument(ParameterInfo parameter) => Argument(parameter, coding: null);

    /// <summary>An argument of a resolver's parameter that is a global id by its place.</summary>
    public Argument Argument(ParameterInfo parameter, IdCoding? coding)
    {
        var member = InputMember.Of(parameter, context.Documentation);
        coding ??= context.IdCodingOf(member.Sources, null);
        var type = TypeOf(member, coding);
        return new Argument(member.Name, type, DefaultOf(member, type))
        {
            Description = DescriptionOf(member),
            DeprecationReason = DeprecationOf(member),
            Converter = ConverterOf(member, type, coding),
        };
    }

    /// <summary>An input field of a resolver's parameter, for inputs that are gathered.</summary>
    public InputField Field(ParameterInfo parameter) => Field(InputMember.Of(parameter, context.Documentation));

    /// <summary>Fills in the fields of an input object and how its C# object is made.</summary>
    public void Complete(InputObjectType type, Type clrType)
    {
        var constructor = ConstructorOf(clrType);
        var parameters = constructor.GetParameters();
        var properties = clrType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .Select(property => (Property: property, Parameter: parameters.FirstOrDefault(parameter => Matches(parameter, property))))
            .Where(member => member.Parameter is not null || member.Property.SetMethod?.IsPublic == true)
            .OrderBy(member => member.Parameter?.Position ?? int.MaxValue)
            .ToArray();
        if (parameters.FirstOrDefault(parameter => properties.All(member => member.Parameter != parameter)) is { } unmatched)
        {
            throw new SchemaException(
                $"The input class {clrType.FullName} cannot be made of a request: its constructor's parameter {unmatched.Name} has no property of the same name. If it is meant to be a service, register it.");
        }
        type.Complete([.. properties.Select(member => Field(InputMember.Of(member.Property, member.Parameter, context.Documentation)))]);
        type.Factory = Factory(constructor, properties);
    }

    private static ConstructorInfo ConstructorOf(Type clrType)
    {
        var constructors = clrType.GetConstructors().Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != clrType).ToArray();
        return constructors.MaxBy(constructor => constructor.GetParameters().Length)
            ?? throw new SchemaException($"The input class {clrType.FullName} has no public constructor. If it is meant to be a service, register it.");
    }

    private static bool Matches(ParameterInfo parameter, PropertyInfo property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase) && parameter.ParameterType == property.PropertyType;

    private InputField Field(InputMember member)
    {
        var coding = context.IdCodingOf(member.Sources, null);
        var type = TypeOf(member, coding);
        return new InputField(member.Name, type, DefaultOf(member, type))
        {
            Description = DescriptionOf(member),
            DeprecationReason = DeprecationOf(member),
            Converter = ConverterOf(member, type, coding),
        };
    }

    private static string? DescriptionOf(InputMember member) => InferenceContext.Find<GraphQLDescriptionAttribute>(member.Sources)?.Description ?? member.Description;

    private static string? DeprecationOf(InputMember member) => member.Sources.Select(Deprecation.Of).FirstOrDefault(reason => reason is not null);

    private IType TypeOf(InputMember member, IdCoding? coding) => coding is not null
        ? TypeSyntax.Replace(member.Shape, context.Types.Id)
        : TypeSyntax.Declared(member.Sources, member.Shape, context, input: true) ?? context.Types.Input(member.Shape);

    private static IValueNode? DefaultOf(InputMember member, IType type)
    {
        if (InferenceContext.Find<DefaultValueAttribute>(member.Sources) is { } declared)
        {
            return DefaultLiterals.Of(declared.Value, type);
        }
        // In C# null is how a parameter is said to be optional; only the attribute makes it a default that clients see.
        return member.Default is { } value ? DefaultLiterals.Of(value, type) : null;
    }

    private InputConverter? ConverterOf(InputMember member, IType type, IdCoding? coding)
    {
        var convert = InputConverters.For(type, member.Shape, coding);
        var target = coding is null && type.NamedType is ScalarType { RuntimeType: var scalar } ? member.Target(type, scalar) : null;
        return target is null || context.Options.FormatInput(target) is not { } format ? convert : InputConverters.After(format, convert);
    }

    // slots => new T((A)slots[0], …) { P = … where given }
    private static Func<object?[], object> Factory(ConstructorInfo constructor, (PropertyInfo Property, ParameterInfo? Parameter)[] properties)
    {
        var slots = Expression.Parameter(typeof(object?[]), "slots");
        var arguments = constructor.GetParameters().Select(parameter =>
            Slot(slots, Array.FindIndex(properties, member => member.Parameter == parameter), parameter.ParameterType));
        var made = Expression.Variable(constructor.DeclaringType!, "made");
        var steps = new List<Expression> { Expression.Assign(made, Expression.New(constructor, arguments)) };
        for (var i = 0; i < properties.Length; i++)
        {
            if (properties[i].Parameter is null)
            {
                var given = Expression.ReferenceNotEqual(Expression.ArrayIndex(slots, Expression.Constant(i)), Expression.Constant(ArgumentValues.Absent));
                var set = Expression.Assign(Expression.Property(made, properties[i].Property), Slot(slots, i, properties[i].Property.PropertyType));
                steps.Add(Expression.IfThen(given, set));
            }
        }
        steps.Add(Expression.Convert(made, typeof(object)));
        return Expression.Lambda<Func<object?[], object>>(Expression.Block([made], steps), slots).Compile();
    }

    private static MethodCallExpression Slot(Expression slots, int index, Type type) => InputSlots.Read(Expression.ArrayIndex(slots, Expression.Constant(index)), type);
}
