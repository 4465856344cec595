using System.Globalization;
using IpMarketplace.Api.Authentication;
using IpMarketplace.Api.Demo;
using IpMarketplace.Api.Diagnostics;
using IpMarketplace.Api.Explorer;
using IpMarketplace.Api.Health;
using IpMarketplace.Api.Http;
using IpMarketplace.Api.Settings;
using IpMarketplace.Api.Starting;
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
        builder.Services.AddSingleton(StartProgress.BeforeTheDatabase());
        builder.Services.AddMarketplace(settings.Marketplace);
        builder.AddGraphQL(settings.GraphQL, settings.Telemetry);
        builder.Services.AddTelemetry(settings.Telemetry);
        builder.Services.AddKeyProtection(settings.Keys, settings.Marketplace.Database.DataDirectory);
        builder.Services.AddBearerAuthentication(settings.Authentication, settings.Marketplace.Accounts.Issuer);
        builder.Services.AddHealth();
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true); // of the explorer's files alone, which hold no secret
        builder.Services.AddSingleton(_ => new RateLimits(settings.RateLimits));
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<Preparation>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Preparation>());

        var app = builder.Build();
        var limits = app.Services.GetRequiredService<RateLimits>();
        app.UseRequestIds();
        app.UseSafeHeaders();
        app.UseNetwork(settings.Http);
        app.Use(next => context => app.Services.GetRequiredService<Readiness>().GuardAsync(context, next));
        app.MapHealth();
        app.UseRateLimiter(limits.ByAddress());
        app.UseBearerAuthentication();
        app.UseRateLimiter(limits.ByAccount());
        app.MapGraphQL(settings.Http, settings.GraphQL.Operations, settings.Sockets, app.UseExplorer(settings.Demo));
        return app;
    }

    /// <summary>
    /// Does before the start what the server else does behind its open port: builds the schema and prepares the database. Started afterwards, the
    /// server has started only when it is ready.
    /// </summary>
    public static Task PrepareAsync(WebApplication app, CancellationToken ct) => app.Services.GetRequiredService<Preparation>().PrepareAsync(ct);

    /// <summary>Brings the database to the form this build needs and, where demo data is asked for, fills an empty one.</summary>
    internal static async Task PrepareDatabaseAsync(IServiceProvider services, CancellationToken ct)
    {
        var progress = services.GetRequiredService<StartProgress>();
        progress.Begin("bringing the database to the form of this build");
        var database = services.GetRequiredService<DatabaseInitializer>();
        await database.InitializeAsync(ct);
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MarketplaceServer));
        foreach (var concern in await database.ConcernsAsync(ct))
        {
            log.LogWarning("{Concern}", concern);
        }
        var settings = services.GetRequiredService<ServerSettings>();
        if (settings.Demo.Enabled)
        {
            progress.Begin("playing the demo into the database");
            await ActivatorUtilities.CreateInstance<DemoSeeder>(services, settings.Marketplace.Database).SeedAsync(ct);
        }
        var environment = services.GetRequiredService<IHostEnvironment>();
        if (!environment.IsDevelopment() && await DemoSeeder.WasInAsync(services, ct))
        {
            throw new ConfigurationRefused(
                [$"The database holds demo users, whose password everybody knows; set Database and ConnectionStrings:Marketplace to another database, or ASPNETCORE_ENVIRONMENT to Development (it is {environment.EnvironmentName})."]);
        }
    }
}
