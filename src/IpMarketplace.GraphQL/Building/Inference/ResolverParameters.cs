using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>Where each parameter of a resolver gets its value from, as compiled code.</summary>
internal sealed class ResolverParameters(Func<Type, bool> isService)
{
    private static readonly MethodInfo ServiceMethod = typeof(IResolverContext).GetMethod(nameof(IResolverContext.Service))!;
    private static readonly MethodInfo DataLoaderMethod = typeof(IResolverContext).GetMethod(nameof(IResolverContext.DataLoader))!;
    private static readonly MethodInfo ArgumentMethod = typeof(ResolverParameters).GetMethod(nameof(ArgumentSlot), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo KeyedMethod = typeof(ServiceProviderKeyedServiceExtensions).GetMethods()
        .Single(method => method is { Name: nameof(ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService), IsGenericMethodDefinition: true });

    /// <summary>Whether the parameter is an argument of the field: nothing else gives it a value.</summary>
    public bool IsArgument(ParameterInfo parameter) => Injected(parameter, Expression.Parameter(typeof(IResolverContext))) is null;

    /// <summary>What the engine itself gives the parameter; null when it is an argument.</summary>
    public Expression? Injected(ParameterInfo parameter, Expression context)
    {
        var type = parameter.ParameterType;
        return type switch
        {
            _ when parameter.IsDefined(typeof(ParentAttribute)) || parameter.IsDefined(typeof(EventMessageAttribute)) =>
                Expression.Convert(Expression.Property(context, nameof(IResolverContext.ParentObject)), type),
            _ when type == typeof(IResolverContext) => context,
            _ when type == typeof(CancellationToken) => Expression.Property(context, nameof(IResolverContext.RequestAborted)),
            _ when type == typeof(ClaimsPrincipal) => Expression.Property(context, nameof(IResolverContext.User)),
            _ when type == typeof(IServiceProvider) => Expression.Property(context, nameof(IResolverContext.Services)),
            _ when typeof(IDataLoader).IsAssignableFrom(type) => Expression.Call(context, DataLoaderMethod.MakeGenericMethod(type)),
            _ when parameter.GetCustomAttribute<ServiceAttribute>() is { Key: { } key } =>
                Expression.Call(KeyedMethod.MakeGenericMethod(type), Expression.Property(context, nameof(IResolverContext.Services)), Expression.Constant(key, typeof(object))),
            _ when parameter.IsDefined(typeof(ServiceAttribute)) || IsService(type) => Expression.Call(context, ServiceMethod.MakeGenericMethod(type)),
            _ => null,
        };
    }

    /// <summary>Reads the argument of this place.</summary>
    public static Expression Argument(Expression context, int index, Type type) =>
        InputSlots.Read(Expression.Call(ArgumentMethod, context, Expression.Constant(index)), type);

    // A container answers every IEnumerable<T>; in a resolver such a parameter is a list argument.
    private bool IsService(Type type) => !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)) && isService(type);

    private static object? ArgumentSlot(IResolverContext context, int index) =>
        context.HasArgument(index) ? context.ArgumentValue(index) : TypeSystem.Coercion.ArgumentValues.Absent;
}
