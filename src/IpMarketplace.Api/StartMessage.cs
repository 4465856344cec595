using IpMarketplace.Api.Demo;
using IpMarketplace.Api.Settings;
using IpMarketplace.Api.Starting;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api;

/// <summary>Tells a person at the console where to go. In Production the log's line says it to machines.</summary>
internal static class StartMessage
{
    public static void ShowWhenReady(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        app.Logger.LogInformation("Open on {Addresses}, and getting ready.", string.Join(", ", app.Urls));
        _ = ShowAsync(app);
    });

    private static async Task ShowAsync(WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<Readiness>().WaitAsync(app.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        if (app.Environment.IsDevelopment())
        {
            Console.Out.Write(Text(app.Urls.First(), app.Services.GetRequiredService<ServerSettings>()));
        }
        else
        {
            app.Logger.LogInformation("Listening on {Addresses}.", string.Join(", ", app.Urls));
        }
    }

    private static string Text(string address, ServerSettings settings)
    {
        var database = settings.Marketplace.Database;
        return $"""

            IpMarketplace serves on {address}
              GraphQL    {address}/graphql
              Health     {address}/health/ready
              Database   {(database.Provider == DatabaseSettings.Sqlite ? Path.Combine(database.DataDirectory, "marketplace.db") : database.Provider)}
              Stop       Ctrl+C
            {(settings.Demo.Enabled ? Users() : "")}

            """;
    }

    private static string Users() =>
        $"  Demo users, password {DemoUsers.Password}\n" + string.Concat(DemoUsers.Featured.Select(user => $"    {user.UserName,-24} {Spelling.Screaming(user.Role)}\n"));
}
