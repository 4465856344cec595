using System.Collections.Concurrent;
using System.Reflection;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Sees items of lists that are tasks; the way to a type's result is found once.</summary>
internal static class Tasks
{
    private static readonly ConcurrentDictionary<Type, Func<object, Task<object?>>?> Adapters = new();

    /// <summary>The item as a task of its value; null when it is no task.</summary>
    public static Task<object?>? TryGet(object item) => item switch
    {
        Task<object?> task => task,
        Task => Adapter(item.GetType())?.Invoke(item),
        ValueType when item.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>) => Adapter(type)!(item),
        _ => null,
    };

    private static Func<object, Task<object?>>? Adapter(Type type) => Adapters.GetOrAdd(type, static type =>
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() is var definition && (definition == typeof(Task<>) || definition == typeof(ValueTask<>)))
            {
                var name = definition == typeof(Task<>) ? nameof(OfTaskAsync) : nameof(OfValueTaskAsync);
                return typeof(Tasks).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(candidate.GenericTypeArguments)
                    .CreateDelegate<Func<object, Task<object?>>>();
            }
        }
        return null;
    });

    private static async Task<object?> OfTaskAsync<T>(object task) => await ((Task<T>)task).ConfigureAwait(false);

    private static async Task<object?> OfValueTaskAsync<T>(object task) => await ((ValueTask<T>)task).ConfigureAwait(false);
}
