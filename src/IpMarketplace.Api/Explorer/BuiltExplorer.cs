using System.Text;
using System.Text.Json;
using IpMarketplace.Api.Demo;
using IpMarketplace.Api.Settings;
using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.Kernel.Lifecycles;
using Microsoft.Extensions.FileProviders;

namespace IpMarketplace.Api.Explorer;

/// <summary>
/// GraphiQL with the marketplace's examples and sign-in, as the build put it beside the program (<c>Explorer.targets</c>). Nothing is loaded from
/// elsewhere. A build without Node has no such folder; a browser then gets the engine's small page.
/// </summary>
internal static class BuiltExplorer
{
    // The editor sets styles of single elements as it measures text, and Radix a sheet of its own while a menu is open.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Settings = "<script type=\"application/json\" id=\"settings\">{}</script>";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "explorer");

    /// <summary>Serves the page's files below <c>/explorer</c>.</summary>
    /// <returns>The page itself.</returns>
    public static ExplorerPage UseExplorer(this WebApplication app, DemoSettings demo)
    {
        var page = Path.Combine(Folder, "index.html");
        if (!File.Exists(page))
        {
            return ExplorerPage.Small;
        }
        var files = new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Folder),
            RequestPath = "/explorer",
            OnPrepareResponse = file => file.Context.Response.Headers.ContentSecurityPolicy = Policy, // its workers go by that of their own file
        };
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/explorer"), served => served.UseResponseCompression().UseStaticFiles(files));
        var html = File.ReadAllText(page).Replace(Settings, Settings.Replace("{}", SettingsOf(demo), StringComparison.Ordinal), StringComparison.Ordinal);
        return new ExplorerPage(Encoding.UTF8.GetBytes(html), Policy);
    }

    // The encoder escapes what could end the script element.
    private static string SettingsOf(DemoSettings demo) => !demo.Enabled ? "{}" : JsonSerializer.Serialize(new
    {
        demoPassword = DemoUsers.Password,
        demoUsers = DemoUsers.Featured.Select(user => new { userName = user.UserName, description = $"{user.DisplayName}, {Spelling.Screaming(user.Role)}" }),
    });
}
