using IpMarketplace.Api.Authentication;
using IpMarketplace.Api.Settings;
using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.AspNetCore.WebSockets;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Execution.PersistedOperations;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api.Http;

/// <summary>The GraphQL server in this host.</summary>
internal static class GraphQLDoor
{
    public static void AddGraphQL(this WebApplicationBuilder builder, GraphQLSettings settings, TelemetrySettings telemetry)
    {
        var isDevelopment = builder.Environment.IsDevelopment();
        var isOpen = settings.Introspection ?? isDevelopment;
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<GraphQL.Errors.IExceptionFilter, UnavailableDatabase>();
        var server = builder.Services.AddMarketplaceSchema()
            .AddScopedServiceInitializer<Caller>((request, opened) => opened.Become(request))
            .AddSocketSessionInterceptor<SocketAuthentication>()
            .ModifyPagingOptions(pages => pages.MaxPageSize = settings.Limits.PageSize)
            .ModifyRequestOptions(requests =>
            {
                requests.PersistedOperations.AutomaticPersistedOperations = settings.Operations.Automatic;
                requests.PersistedOperations.OnlyAllowPersistedDocuments = settings.Operations.OnlyRegistered;
                requests.Timeout = settings.Timeout;
                requests.SlowOperation = settings.SlowOperation;
                requests.Instrumentation.IncludeDocument = telemetry.IncludeDocument;
                requests.Instrumentation.IncludeOperationName = telemetry.IncludeOperationName;
                requests.IncludeExceptionDetails = isDevelopment;
                requests.ExclusiveServices.Add(typeof(MarketplaceDbContext));
                requests.Validation = new ValidationOptions { Introspection = isOpen, Suggestions = isOpen, Limits = settings.Limits.ForRequests() };
            });
        if (!string.IsNullOrWhiteSpace(settings.Operations.Folder))
        {
            server.AddFileSystemOperationDocumentStorage(Path.GetFullPath(settings.Operations.Folder));
        }
    }

    public static void MapGraphQL(this WebApplication app, HttpSettings settings, OperationSettings operations, SocketSettings sockets, ExplorerPage? explorer) => app.MapGraphQL("/graphql", http =>
    {
        http.MaxRequestBodySize = settings.MaxRequestBytes;
        http.MaxBatchSize = settings.MaxBatchSize;
        http.EnableMultipartRequests = settings.Uploads.Enabled;
        http.MaxFiles = settings.Uploads.MaxFiles;
        http.MaxFileSize = settings.Uploads.MaxFileBytes;
        http.Explorer = operations.OnlyRegistered ? null : explorer;
        http.Sockets.AllowedOrigins = settings.AllowedOrigins;
        Set(http.Sockets, sockets);
    });

    /// <summary>Builds the schema and reads the registered operations.</summary>
    /// <exception cref="ConfigurationRefused">A registered operation is not valid.</exception>
    public static void BuildGraphQL(this IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IRequestExecutor>();
        }
        catch (OperationDocumentException refused)
        {
            throw new ConfigurationRefused([.. refused.Problems.Select(problem => $"{problem} Correct it, or change GraphQL:Operations:Folder.")]);
        }
    }

    private static void Set(GraphQLSocketOptions options, SocketSettings settings)
    {
        options.ConnectionInitializationTimeout = settings.InitialisationTimeout;
        options.KeepAliveInterval = settings.KeepAliveInterval;
        options.PongTimeout = settings.PongTimeout;
        options.SendTimeout = settings.SendTimeout;
        options.MaxMessageSize = settings.MaxMessageBytes;
        options.MaxOperationsPerSocket = settings.MaxOperations;
        options.MaxSocketsPerClient = settings.MaxPerClient;
    }
}
