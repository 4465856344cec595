using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using IpMarketplace.GraphQL.Building.Inference;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Building.Mutations;

/// <summary>The mutation conventions: one <c>input</c>, a payload with the result and typed errors, middleware around the resolver.</summary>
internal sealed class MutationInference(InferenceContext context, FieldInference fields, InputInference inputs, ErrorTypes errors)
{
    /// <summary>A field of the mutation root type.</summary>
    public OutputField Field(MethodInfo method)
    {
        var convention = method.GetCustomAttribute<UseMutationConventionAttribute>();
        if (convention?.Disable == true)
        {
            var plain = fields.Field(method, owner: null);
            (var pure, plain.PureResolver) = (plain.PureResolver, null);
            plain.Resolver = WithMiddleware(plain.Resolver ?? (given => new ValueTask<object?>(pure!(given).ToObject())));
            return plain;
        }
        var name = FieldInference.NameOf(method);
        var declared = new DeclaredErrors(method, context.Options.Mutations.CommonErrors);
        var (arguments, bind) = Input(method, convention?.InputTypeName ?? $"{NamingConventions.Pascal(name)}Input");
        // Nullable: a field that fails, or is not begun any more, takes nothing from those that are done.
        var field = FieldInference.New(method, Payload(method, name, declared, convention), arguments, name);
        field.Resolver = Conventional(WithMiddleware(ResolverCompiler.Async(method, bind)), declared);
        return fields.Described(field, method);
    }

    // A parameter named input of an input class is the input; other parameters are gathered into one.
    private (FieldArguments Arguments, ResolverCompiler.BindParameter Bind) Input(MethodInfo method, string gatheredName)
    {
        var parameters = method.GetParameters().Where(fields.IsArgument).ToArray();
        if (parameters is [] || (parameters is [{ Name: "input" } only] && context.Types.Input(ClrShape.Of(only.ParameterType)).NamedType is InputObjectType))
        {
            var given = new FieldArguments([.. parameters.Select(parameter => ((ParameterInfo?)parameter, inputs.Argument(parameter)))]);
            return (given, fields.Binder(given));
        }
        var type = context.Types.Add(new InputObjectType(gatheredName) { Factory = slots => slots });
        type.Complete([.. parameters.Select(inputs.Field)]);
        var gathered = new FieldArguments([(null, new Argument("input", new NonNullType(type)))]);
        return (gathered, fields.Binder(gathered, (parameter, given) => Array.FindIndex(parameters, candidate => FieldArguments.IsSame(candidate, parameter)) is var index and >= 0 ? Gathered(parameter, given, index) : null));
    }

    private static MethodCallExpression Gathered(ParameterInfo parameter, ParameterExpression given, int index)
    {
        var slots = ResolverParameters.Argument(given, 0, typeof(object[]));
        return InputSlots.Read(Expression.ArrayIndex(slots, Expression.Constant(index)), parameter.ParameterType);
    }

    private ObjectType Payload(MethodInfo method, string name, DeclaredErrors declared, UseMutationConventionAttribute? convention)
    {
        var pascal = NamingConventions.Pascal(name);
        var result = FieldInference.ShapeOf(method).Result;
        var resultType = context.Types.Output(result).Nullable;
        var resultName = convention?.PayloadFieldName ?? ResultName(resultType);
        var payload = new ObjectType(convention?.PayloadTypeName ?? $"{pascal}Payload") { Description = $"The answer of `{name}`: the result, or errors." };
        var members = ImmutableArray.Create(Of(resultName, resultType, "The result; null when there are errors.", answer => answer.Value));
        if (declared.Types.Count > 0)
        {
            var union = new UnionType($"{pascal}Error") { Description = $"What can go wrong in `{name}`." };
            union.Complete([.. declared.Types.Select(errors.TypeOf).Distinct()]);
            _ = errors.Interface;
            context.Types.Add(union);
            members = members.Add(Of("errors", new ListType(new NonNullType(union)), "What went wrong; null when nothing did.", answer => answer.Errors));
        }
        payload.Complete([], members);
        return context.Types.Add(payload);
    }

    private static string ResultName(IType type) => type.IsList() ? $"{NamingConventions.Camel(type.NamedType.Name)}s" : NamingConventions.Camel(type.NamedType.Name);

    private static OutputField Of(string name, IType type, string description, Func<MutationPayload, object?> read) => new(name, type, [])
    {
        Description = description,
        PureResolver = given => FieldValue.From(read((MutationPayload)given.ParentObject!)),
    };

    private FieldResolverDelegate WithMiddleware(FieldResolverDelegate resolver)
    {
        FieldDelegate pipeline = async given => given.Result = await resolver(given);
        foreach (var middleware in context.Options.Mutations.Middleware.Reverse())
        {
            pipeline = middleware(pipeline);
        }
        return async given =>
        {
            var inside = (IMiddlewareContext)given;
            await pipeline(inside);
            return inside.Result;
        };
    }

    private static FieldResolverDelegate Conventional(FieldResolverDelegate resolver, DeclaredErrors declared) => async given =>
    {
        try
        {
            return declared.Wrap(await resolver(given));
        }
        catch (Exception thrown) when (declared.Wrap(thrown) is { } payload)
        {
            return payload;
        }
    };
}
