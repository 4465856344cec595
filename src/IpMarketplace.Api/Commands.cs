using System.CommandLine;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using IpMarketplace.Api.Health;
using IpMarketplace.Api.Import;
using IpMarketplace.Api.Settings;
using IpMarketplace.Api.Starting;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api;

/// <summary>What one can type after the program's name. Everything else on the line is a setting.</summary>
internal static class Commands
{
    private const int Refused = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            // The host itself listens to Ctrl+C and to SIGTERM, and takes the time it needs to stop.
            return await Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
        }
        catch (ConfigurationRefused refused)
        {
            return await RefuseAsync(refused.Problems);
        }
        catch (MigrationsWait waiting)
        {
            return await RefuseAsync([waiting.Message]);
        }
        catch (DbException failure)
        {
            return await RefuseAsync([$"The database cannot be opened: {failure.Message} Check the settings under Database and ConnectionStrings."]);
        }
        catch (IOException failure) when (failure.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
        {
            return await RefuseAsync([$"{failure.Message.TrimEnd('.')}. Stop what listens there, or set Urls to another address, such as --Urls=http://127.0.0.1:5081."]);
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("The backend of a marketplace for patents. Without a command it serves GraphQL over HTTP.") { TreatUnmatchedTokensAsErrors = false };
        var serve = new Command("serve", "Serves GraphQL over HTTP (the default).") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction(ServeAsync);
        serve.SetAction(ServeAsync);
        root.Subcommands.Add(serve);
        root.Subcommands.Add(SchemaCommand.Create());
        root.Subcommands.Add(HealthCommand.Create());
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(DatabaseCommand.Create());
        root.Subcommands.Add(FollowersCommand.Create());
        root.Subcommands.Add(CatalogueCommand.Create());
        return root;
    }

    private static async Task<int> ServeAsync(ParseResult command, CancellationToken ct)
    {
        await using var app = MarketplaceServer.Build([.. command.UnmatchedTokens]);
        var preparation = app.Services.GetRequiredService<Preparation>();
        preparation.RefuseKeysThatMayNotServe();
        StartMessage.ShowWhenReady(app);
        await app.RunAsync(ct);
        if (preparation.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
        return 0;
    }

    private static async Task<int> RefuseAsync(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"IpMarketplace cannot start: {problem}");
        }
        return Refused;
    }
}
