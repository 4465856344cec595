using IpMarketplace.Api.Authentication;
using IpMarketplace.Api.Settings;
using IpMarketplace.GraphQL.AspNetCore.Http;
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
        builder.Services.AddMarketplaceSchema().AddScopedServiceInitializer<Caller>((request, opened) => opened.Become(request)).ModifyRequestOptions(requests =>
        {
            requests.Timeout = settings.Timeout;
            requests.SlowOperation = settings.SlowOperation;
            requests.Instrumentation.IncludeDocument = telemetry.IncludeDocument;
            requests.Instrumentation.IncludeOperationName = telemetry.IncludeOperationName;
            requests.IncludeExceptionDetails = isDevelopment;
            requests.ExclusiveServices.Add(typeof(MarketplaceDbContext));
            requests.Validation = new ValidationOptions { Introspection = isOpen, Suggestions = isOpen };
        });
    }

    public static void MapGraphQL(this WebApplication app, HttpSettings settings) =>
        app.MapGraphQL("/graphql", http => http.MaxRequestBodySize = settings.MaxRequestBytes);
}
