using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Execution.PersistedOperations;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Registration of the engine's execution side.</summary>
public static class ExecutionServices
{
    /// <summary>
    /// Registers an <see cref="IRequestExecutor"/> for the <see cref="Schema"/> of the services, with data loading and in-process topics. Error
    /// filters (<see cref="IErrorFilter"/>), an <see cref="IAuthorizationHandler"/>, registered documents (<see cref="IOperationDocumentStorage"/>) and a
    /// <see cref="TimeProvider"/> are taken from the services; transports find the <see cref="RequestLimits"/> there.
    /// </summary>
    public static IServiceCollection AddGraphQLExecution(this IServiceCollection services, ExecutionOptions options)
    {
        services.AddDataLoading();
        services.TryAddSingleton(options.ScopedServices);
        services.TryAddSingleton(_ => options.Validation.Limits);
        services.TryAddSingleton<InMemoryTopics>();
        services.TryAddSingleton<ITopicEventSender>(static provider => provider.GetRequiredService<InMemoryTopics>());
        services.TryAddSingleton<ITopicEventReceiver>(static provider => provider.GetRequiredService<InMemoryTopics>());
        services.TryAddSingleton<IRequestExecutor>(provider => Create(provider, options));
        return services;
    }

    private static RequestExecutor Create(IServiceProvider provider, ExecutionOptions options)
    {
        var schema = provider.GetRequiredService<Schema>();
        var logger = provider.GetService<ILoggerFactory>()?.CreateLogger<RequestExecutor>() ?? (ILogger)NullLogger.Instance;
        var instruments = provider.GetRequiredService<ExecutionInstruments>();
        var clock = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        var reporter = new ErrorReporter(options, provider.GetServices<IErrorFilter>(), provider.GetServices<IExceptionFilter>(), logger);
        var store = new DocumentStore(schema, new DocumentValidator(schema, options.Validation, options.ValidationRules), options, instruments);
        return new RequestExecutor(
            new RequestDocuments(store, RegisteredDocuments.Load(provider.GetServices<IOperationDocumentStorage>(), store), options.PersistedOperations),
            new OperationAuthorization(provider.GetService<IAuthorizationHandler>()),
            new ExecutionEnvironment(options, reporter, clock),
            provider.GetRequiredService<IServiceScopeFactory>(),
            instruments,
            new SlowOperationLog(options.SlowOperation, clock, logger));
    }
}
