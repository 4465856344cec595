using System.Linq.Expressions;
using System.Reflection;
using IpMarketplace.GraphQL.Building.Relay;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>Compiles C# members into resolver delegates, once, when the schema is built.</summary>
internal static class ResolverCompiler
{
    private static readonly MethodInfo FromTask = typeof(ResolverCompiler).GetMethod(nameof(AwaitTask), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo FromValueTask = typeof(ResolverCompiler).GetMethod(nameof(AwaitValueTask), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo FromResult = typeof(ResolverCompiler).GetMethod(nameof(Completed), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Gives a parameter of a resolver its value.</summary>
    public delegate Expression BindParameter(ParameterInfo parameter, ParameterExpression context);

    /// <summary>A resolver that does not wait.</summary>
    public static PureFieldDelegate Pure(MemberInfo member, BindParameter bind, IType type, IdCoding? coding)
    {
        var context = Expression.Parameter(typeof(IResolverContext), "context");
        var value = ResultEncoding.Encode(Access(member, bind, context), type, coding);
        return Expression.Lambda<PureFieldDelegate>(value, context).Compile();
    }

    /// <summary>A resolver that may wait.</summary>
    public static FieldResolverDelegate Async(MemberInfo member, BindParameter bind, IdCoding? coding = null)
    {
        var context = Expression.Parameter(typeof(IResolverContext), "context");
        var access = Access(member, bind, context);
        var resolver = Expression.Lambda<FieldResolverDelegate>(Await(access), context).Compile();
        return coding is null ? resolver : async given => coding.Encode(await resolver(given));
    }

    /// <summary>The member's value: a property of the parent, a call on the parent, or a call of a static method.</summary>
    public static Expression Access(MemberInfo member, BindParameter bind, ParameterExpression context)
    {
        var isStatic = member switch { MethodInfo method => method.IsStatic, PropertyInfo property => property.GetMethod!.IsStatic, _ => false };
        var parent = isStatic ? null : Expression.Convert(Expression.Property(context, nameof(IResolverContext.ParentObject)), member.ReflectedType!);
        return member switch
        {
            PropertyInfo property => Expression.Property(parent, property),
            MethodInfo method => Expression.Call(parent, method, method.GetParameters().Select(parameter => bind(parameter, context))),
            _ => throw new SchemaException($"{member} is neither a method nor a property."),
        };
    }

    /// <summary>Any value, awaited if it is a task, as <see cref="ValueTask{TResult}"/> of object.</summary>
    public static MethodCallExpression Await(Expression value)
    {
        var open = value.Type.IsGenericType ? value.Type.GetGenericTypeDefinition() : null;
        var wrap = open == typeof(Task<>) ? FromTask.MakeGenericMethod(value.Type.GenericTypeArguments[0])
            : open == typeof(ValueTask<>) ? FromValueTask.MakeGenericMethod(value.Type.GenericTypeArguments[0])
            : FromResult.MakeGenericMethod(value.Type);
        return Expression.Call(wrap, value);
    }

    private static ValueTask<object?> Completed<T>(T value) => new(value is FieldValue field ? field.ToObject() : value);

    private static ValueTask<object?> AwaitTask<T>(Task<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Wait(task);

        static async ValueTask<object?> Wait(Task<T> task) => await task;
    }

    private static ValueTask<object?> AwaitValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Wait(task);

        static async ValueTask<object?> Wait(ValueTask<T> task) => await task;
    }
}
