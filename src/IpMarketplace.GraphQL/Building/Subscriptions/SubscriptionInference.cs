using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using IpMarketplace.GraphQL.Building.Inference;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.Building.Subscriptions;

/// <summary>Fields of the subscription root type: a method that runs once per event, and where the events come from.</summary>
internal sealed class SubscriptionInference(FieldInference fields, InputInference inputs)
{
    private static readonly MethodInfo ByTopicMethod = typeof(SubscriptionInference).GetMethod(nameof(ByTopic), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo StreamMethod = typeof(SubscriptionInference).GetMethod(nameof(Stream), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>A field of the subscription root type.</summary>
    public OutputField Field(MethodInfo method)
    {
        var subscribe = method.GetCustomAttribute<SubscribeAttribute>() ?? throw Wrong(method, "is a public method of a subscription type, but not marked [Subscribe]");
        var field = fields.Field(method, owner: null);
        if (subscribe.With is { } source)
        {
            return WithStream(field, method, source);
        }
        var message = method.GetParameters().FirstOrDefault(parameter => parameter.IsDefined(typeof(EventMessageAttribute)))
            ?? throw Wrong(method, "has no parameter marked [EventMessage]");
        field.Subscriber = (SubscribeResolverDelegate)ByTopicMethod.MakeGenericMethod(message.ParameterType).Invoke(null, [Topic(method, field)])!;
        return field;
    }

    // The method that opens the stream may take arguments of its own; those become arguments of the field.
    private OutputField WithStream(OutputField field, MethodInfo method, string source)
    {
        var opener = method.DeclaringType!.GetMethod(source, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            ?? throw Wrong(method, $"names {source} as its stream, but there is no such static method");
        var own = new FieldArguments([.. method.GetParameters().Where(fields.IsArgument).Select(parameter => ((ParameterInfo?)parameter, inputs.Argument(parameter)))]);
        var further = opener.GetParameters().Where(fields.IsArgument).Where(parameter => own.IndexOf(NamingConventions.Camel(parameter.Name!)) is null).Select(inputs.Argument);
        var arguments = own.With(further);
        var merged = new OutputField(field.Name, field.Type, [.. arguments.All])
        {
            Member = field.Member,
            Description = field.Description,
            DeprecationReason = field.DeprecationReason,
            PureResolver = field.PureResolver,
            Resolver = field.Resolver,
            Authorization = field.Authorization,
            AllowsAnonymous = field.AllowsAnonymous,
            Cost = field.Cost,
            ListSize = field.ListSize,
        };
        var context = Expression.Parameter(typeof(IResolverContext), "context");
        var bind = fields.Binder(arguments, (parameter, given) => fields.IsArgument(parameter) && arguments.IndexOf(NamingConventions.Camel(parameter.Name!)) is { } index
            ? ResolverParameters.Argument(given, index, parameter.ParameterType)
            : null);
        var open = Expression.Lambda<FieldResolverDelegate>(ResolverCompiler.Await(ResolverCompiler.Access(opener, bind, context)), context).Compile();
        var wrap = StreamMethod.MakeGenericMethod(MessageOf(opener)).CreateDelegate<Func<object, CancellationToken, IAsyncEnumerable<object?>>>();
        merged.Subscriber = async given => wrap((await open(given))!, given.RequestAborted);
        return merged;
    }

    private static Type MessageOf(MethodInfo opener)
    {
        var type = FieldInference.ShapeOf(opener).Result.Type;
        var found = type.GetInterfaces().Append(type).FirstOrDefault(face =>
            face.IsGenericType && (face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) || face.GetGenericTypeDefinition() == typeof(ISourceStream<>)));
        return found?.GenericTypeArguments[0] ?? throw Wrong(opener, $"must return a stream (IAsyncEnumerable<T> or ISourceStream<T>), not {type.Name}");
    }

    private static Func<IResolverContext, string> Topic(MethodInfo method, OutputField field)
    {
        var byValue = method.GetParameters().FirstOrDefault(parameter => parameter.IsDefined(typeof(TopicAttribute)));
        if (byValue is not null && field.TryGetArgument(NamingConventions.Camel(byValue.Name!), out var argument))
        {
            return context => Text(context.ArgumentValue(argument.Index));
        }
        var pattern = method.GetCustomAttribute<TopicAttribute>()?.Name ?? method.Name;
        var holes = field.Arguments.Where(candidate => pattern.Contains($"{{{candidate.Name}}}", StringComparison.Ordinal)).ToArray();
        return context => holes.Aggregate(pattern, (topic, hole) => topic.Replace($"{{{hole.Name}}}", Text(context.ArgumentValue(hole.Index)), StringComparison.Ordinal));
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static SubscribeResolverDelegate ByTopic<T>(Func<IResolverContext, string> topic) => async context =>
        Stream<T>(await context.Service<ITopicEventReceiver>().SubscribeAsync<T>(topic(context), context.RequestAborted), context.RequestAborted);

    private static async IAsyncEnumerable<object?> Stream<T>(object source, [EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            var messages = source as IAsyncEnumerable<T> ?? ((ISourceStream<T>)source).ReadEventsAsync();
            await foreach (var message in messages.WithCancellation(ct))
            {
                yield return message;
            }
        }
        finally
        {
            if (source is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }
    }

    private static SchemaException Wrong(MethodInfo method, string what) => new($"{method.DeclaringType!.FullName}.{method.Name} {what}.");
}
