using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Registration of the engine's execution side.</summary>
public static class ExecutionServices
{
    /// <summary>
    /// Registers an <see cref="IRequestExecutor"/> for a schema, with data loading and in-process topics. Error filters
    /// (<see cref="IErrorFilter"/>), an <see cref="IAuthorizationHandler"/> and a <see cref="TimeProvider"/> are taken from the services.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="schema">Makes the schema, once.</param>
    /// <param name="configure">Changes the settings of execution.</param>
    /// <param name="validation">The settings of validation; null for the defaults.</param>
    /// <param name="rules">Validation rules of the server's own.</param>
    public static IServiceCollection AddGraphQLExecution(
        this IServiceCollection services,
        Func<IServiceProvider, Schema> schema,
        Action<ExecutionOptions>? configure = null,
        ValidationOptions? validation = null,
        IReadOnlyList<RuleFactory>? rules = null)
    {
        var options = new ExecutionOptions();
        configure?.Invoke(options);
        services.AddDataLoading();
        services.TryAddSingleton(schema);
        services.TryAddSingleton<InMemoryTopics>();
        services.TryAddSingleton<ITopicEventSender>(static provider => provider.GetRequiredService<InMemoryTopics>());
        services.TryAddSingleton<ITopicEventReceiver>(static provider => provider.GetRequiredService<InMemoryTopics>());
        services.TryAddSingleton<IRequestExecutor>(provider => Create(provider, options, validation, rules));
        return services;
    }

    private static RequestExecutor Create(IServiceProvider provider, ExecutionOptions options, ValidationOptions? validation, IReadOnlyList<RuleFactory>? rules)
    {
        var schema = provider.GetRequiredService<Schema>();
        var logger = provider.GetService<ILoggerFactory>()?.CreateLogger<RequestExecutor>() ?? (ILogger)NullLogger.Instance;
        var reporter = new ErrorReporter(options, provider.GetServices<IErrorFilter>(), logger);
        return new RequestExecutor(
            new DocumentStore(schema, new DocumentValidator(schema, validation, rules), options),
            new OperationAuthorization(provider.GetService<IAuthorizationHandler>()),
            new ExecutionEnvironment(options, reporter, provider.GetService<TimeProvider>() ?? TimeProvider.System),
            provider.GetRequiredService<IServiceScopeFactory>());
    }
}
