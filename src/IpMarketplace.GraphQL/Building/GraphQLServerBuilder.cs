using System.Reflection;
using IpMarketplace.GraphQL.Building.Inference;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Execution.PersistedOperations;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarketplace.GraphQL.Building;

/// <summary>Registers the parts of a GraphQL server in the order of a reader: types, conventions, the rest.</summary>
public static class GraphQLServerServices
{
    /// <summary>Adds a GraphQL server with one schema, which is built when it is first asked for.</summary>
    public static GraphQLServerBuilder AddGraphQLServer(this IServiceCollection services)
    {
        var options = new SchemaOptions();
        services.TryAddSingleton<INodeIdSerializer, NodeIdSerializer>();
        services.AddSingleton(provider => SchemaInference.Build(
            options,
            type => provider.GetService<IServiceProviderIsService>()?.IsService(type) == true,
            provider.GetRequiredService<INodeIdSerializer>()));
        var builder = new GraphQLServerBuilder(services, options);
        services.AddGraphQLExecution(builder.RequestOptions);
        return builder;
    }
}

/// <summary>Says what the schema of a GraphQL server is built from.</summary>
public sealed class GraphQLServerBuilder(IServiceCollection services, SchemaOptions options)
{
    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>What the schema is built from, and by which conventions.</summary>
    public SchemaOptions Options { get; } = options;

    /// <summary>How requests are validated and executed.</summary>
    public ExecutionOptions RequestOptions { get; } = new();

    /// <summary>Sets how requests are validated and executed.</summary>
    public GraphQLServerBuilder ModifyRequestOptions(Action<ExecutionOptions> configure)
    {
        configure(RequestOptions);
        return this;
    }

    /// <summary>Sets what spans and measurements say about requests; they are recorded whenever somebody listens.</summary>
    public GraphQLServerBuilder AddInstrumentation(Action<InstrumentationOptions>? configure = null)
    {
        configure?.Invoke(RequestOptions.Instrumentation);
        return this;
    }

    /// <summary>
    /// Says how a scoped service learns what that of the request knows, in the scopes that are opened for the request: one for each event of a
    /// subscription, one for each data loader.
    /// </summary>
    /// <param name="initializer">Gets the service of the request's scope, then that of the new scope.</param>
    public GraphQLServerBuilder AddScopedServiceInitializer<TService>(Action<TService, TService> initializer) where TService : notnull
    {
        RequestOptions.ScopedServices.Add(initializer);
        return this;
    }

    /// <summary>Adds every annotated type of the assemblies.</summary>
    public GraphQLServerBuilder AddTypes(params ReadOnlySpan<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            Options.AddTypes(assembly);
        }
        return this;
    }

    /// <summary>Adds annotated types.</summary>
    public GraphQLServerBuilder AddTypes(params ReadOnlySpan<Type> types)
    {
        foreach (var type in types)
        {
            Options.Types.Add(type);
        }
        return this;
    }

    /// <summary>Adds an annotated type.</summary>
    public GraphQLServerBuilder AddType<T>() => AddTypes(typeof(T));

    /// <summary>Makes the public properties of <typeparamref name="T"/> the fields of the interface that all errors of mutations implement.</summary>
    public GraphQLServerBuilder AddErrorInterfaceType<T>(string name = "Error")
    {
        (Options.Mutations.ErrorInterface, Options.Mutations.ErrorInterfaceName) = (typeof(T), name);
        return this;
    }

    /// <summary>Sets how mutations take their input and answer.</summary>
    public GraphQLServerBuilder AddMutationConventions(Action<MutationConventionOptions>? configure = null)
    {
        configure?.Invoke(Options.Mutations);
        return this;
    }

    /// <summary>Puts a step around every mutation; the first added is the outermost.</summary>
    public GraphQLServerBuilder UseMutationMiddleware(FieldMiddleware middleware)
    {
        Options.Mutations.Middleware.Add(middleware);
        return this;
    }

    /// <summary>Puts a step around every mutation; the first added is the outermost.</summary>
    public GraphQLServerBuilder UseMutationMiddleware(Func<IMiddlewareContext, FieldDelegate, ValueTask> middleware) =>
        UseMutationMiddleware(next => context => middleware(context, next));

    /// <summary>Gives the scalars of arguments and input fields another form, or refuses them, before a resolver sees them.</summary>
    public GraphQLServerBuilder FormatInputs(Func<InputTarget, InputFormatter?> formatterOf)
    {
        Options.FormatInput = formatterOf;
        return this;
    }

    /// <summary>Adds <c>interface Node</c> and the root fields <c>node</c> and <c>nodes</c>.</summary>
    public GraphQLServerBuilder AddGlobalObjectIdentification()
    {
        Options.GlobalObjectIdentification = true;
        return this;
    }

    /// <summary>Sets the sizes of pages.</summary>
    public GraphQLServerBuilder ModifyPagingOptions(Action<PagingOptions> configure)
    {
        configure(Options.Paging);
        return this;
    }

    /// <summary>Describes a root type.</summary>
    public GraphQLServerBuilder DescribeRoot(OperationType root, string description)
    {
        Options.RootDescriptions[root] = description;
        return this;
    }

    /// <summary>Says how an authorization requirement reads in the descriptions of the schema.</summary>
    public GraphQLServerBuilder DescribeRequirements(Func<AuthorizationRequirement, string?> describe)
    {
        Options.DescribeRequirement = describe;
        return this;
    }

    /// <summary>Makes <typeparamref name="TScalar"/> the schema type of <typeparamref name="TRuntime"/>.</summary>
    public GraphQLServerBuilder BindRuntimeType<TRuntime, TScalar>() where TScalar : ScalarType, new()
    {
        Options.Scalars[typeof(TRuntime)] = () => new TScalar();
        return this;
    }

    /// <summary>
    /// Registers the documents of a folder and those below it, <c>*.graphql</c>: requests name one by its file's name or by the SHA-256 of its text.
    /// A document that is invalid keeps the executor from being made (<see cref="OperationDocumentException"/>).
    /// </summary>
    public GraphQLServerBuilder AddFileSystemOperationDocumentStorage(string cacheDirectory)
    {
        Services.AddSingleton<IOperationDocumentStorage>(new FileSystemOperationDocumentStorage(cacheDirectory));
        return this;
    }

    /// <summary>Lets clients add documents by sending them once together with their SHA-256 (Automatic Persisted Queries).</summary>
    public GraphQLServerBuilder UseAutomaticPersistedOperationPipeline() => ModifyRequestOptions(options => options.PersistedOperations.AutomaticPersistedOperations = true);

    /// <summary>Changes any option of the schema.</summary>
    public GraphQLServerBuilder ModifyOptions(Action<SchemaOptions> configure)
    {
        configure(Options);
        return this;
    }
}
