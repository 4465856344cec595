using System.Globalization;
using IpMarketplace.Api.Authentication;
using IpMarketplace.Api.Demo;
using IpMarketplace.Api.Diagnostics;
using IpMarketplace.Api.Explorer;
using IpMarketplace.Api.Health;
using IpMarketplace.Api.Http;
using IpMarketplace.Api.Settings;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api;

/// <summary>The server, put together from the marketplace, the GraphQL engine and ASP.NET.</summary>
public static class MarketplaceServer
{
    /// <summary>Reads the configuration and builds the server; nothing runs yet and the database is not touched.</summary>
    /// <param name="args">Settings, such as <c>--Database:DataDirectory=/srv/market</c>.</param>
    /// <param name="configure">What a test replaces.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        configure?.Invoke(builder);
        var settings = ServerSettings.Read(builder.Configuration, builder.Environment);

        builder.Logging.ClearProviders().AddJsonConsole(console =>
        {
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = CultureInfo.InvariantCulture.DateTimeFormat.SortableDateTimePattern;
        });
        builder.AddNetwork(settings.Http);
        builder.Services.AddSingleton(settings);
        builder.Services.AddMarketplace(settings.Marketplace);
        builder.AddGraphQL(settings.GraphQL, settings.Telemetry);
        builder.Services.AddTelemetry(settings.Telemetry);
        builder.Services.AddKeyProtection(settings.Keys, settings.Marketplace.Database.DataDirectory);
        builder.Services.AddBearerAuthentication(settings.Authentication, settings.Marketplace.Accounts.Issuer);
        builder.Services.AddHealth();
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true); // of the explorer's files alone, which hold no secret
        builder.Services.AddSingleton(_ => new RateLimits(settings.RateLimits));
        builder.Services.AddRateLimiter(_ => { });

        var app = builder.Build();
        var limits = app.Services.GetRequiredService<RateLimits>();
        app.UseRequestIds();
        app.UseSafeHeaders();
        app.UseNetwork(settings.Http);
        app.MapHealth();
        app.UseRateLimiter(limits.ByAddress());
        app.UseBearerAuthentication();
        app.UseRateLimiter(limits.ByAccount());
        app.MapGraphQL(settings.Http, settings.GraphQL.Operations, settings.Sockets, app.UseExplorer(settings.Demo));
        return app;
    }

    /// <summary>
    /// Builds the schema and, beside it, brings the database to the form this build needs and, where demo data is asked for, fills an empty one.
    /// </summary>
    public static Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        var settings = app.Services.GetRequiredService<ServerSettings>();
        var problems = settings.Keys.ProblemsOfServing(settings.Marketplace.Database.DataDirectory, app.Environment).ToList();
        return problems.Count == 0 ? Task.WhenAll(Task.Run(app.BuildGraphQL, ct), PrepareDatabaseAsync(app, ct)) : throw new ConfigurationRefused(problems);
    }

    private static async Task PrepareDatabaseAsync(WebApplication app, CancellationToken ct)
    {
        var database = app.Services.GetRequiredService<DatabaseInitializer>();
        await database.InitializeAsync(ct);
        foreach (var concern in await database.ConcernsAsync(ct))
        {
            app.Logger.LogWarning("{Concern}", concern);
        }
        var settings = app.Services.GetRequiredService<ServerSettings>();
        if (settings.Demo.Enabled)
        {
            await ActivatorUtilities.CreateInstance<DemoSeeder>(app.Services, settings.Marketplace.Database).SeedAsync(ct);
        }
        if (!app.Environment.IsDevelopment() && await DemoSeeder.WasInAsync(app.Services, ct))
        {
            throw new ConfigurationRefused(
                [$"The database holds demo users, whose password everybody knows; set Database and ConnectionStrings:Marketplace to another database, or ASPNETCORE_ENVIRONMENT to Development (it is {app.Environment.EnvironmentName})."]);
        }
    }
}
