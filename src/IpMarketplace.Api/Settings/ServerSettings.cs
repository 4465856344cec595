using IpMarketplace.Persistence;

namespace IpMarketplace.Api.Settings;

/// <summary>The whole configuration, read and checked once, before anything else happens.</summary>
internal sealed record ServerSettings(
    MarketplaceSettings Marketplace,
    AuthenticationSettings Authentication,
    HttpSettings Http,
    GraphQLSettings GraphQL,
    SocketSettings Sockets,
    KeySettings Keys,
    RateLimitSettings RateLimits,
    TelemetrySettings Telemetry,
    DemoSettings Demo)
{
    /// <exception cref="ConfigurationRefused">Something is wrong; all problems at once.</exception>
    public static ServerSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = new List<string>();
        var settings = new ServerSettings(
            new MarketplaceSettings
            {
                Database = WithConnection(Section<DatabaseSettings>("Database"), configuration.GetConnectionString("Marketplace")),
                Accounts = Section<Accounts.AccountSettings>("Accounts"),
                ChangeFeed = Section<Following.ChangeFeedSettings>("ChangeFeed"),
                Search = Section<Catalogue.SearchSettings>("Search"),
                Licensing = Section<Licensing.LicensingRules>("Licensing"),
                Catalogue = Section<Catalogue.CatalogueSettings>("Catalogue"),
                Sweeps = Section<Following.Sweeps.SweepSettings>("Sweeps"),
            },
            Section<AuthenticationSettings>("Authentication"),
            Section<HttpSettings>("Http"),
            Section<GraphQLSettings>("GraphQL"),
            Section<SocketSettings>("Sockets"),
            Section<KeySettings>("Keys"),
            Section<RateLimitSettings>("RateLimits"),
            Section<TelemetrySettings>("Telemetry").WithStandardVariables(configuration),
            Section<DemoSettings>("Demo"));
        problems.AddRange(settings.Problems(environment));
        return problems.Count == 0 ? settings : throw new ConfigurationRefused(problems);

        T Section<T>(string name) where T : new()
        {
            var section = configuration.GetSection(name);
            problems.AddRange(Unknown(section, typeof(T)));
            try
            {
                return section.Get<T>() ?? new T();
            }
            catch (InvalidOperationException failure)
            {
                problems.Add($"{failure.Message.TrimEnd('.')}; change or remove the setting.");
                return new T();
            }
        }
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section, Type type)
    {
        var known = type.GetProperties().Where(property => property.CanWrite).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        return section.GetChildren().SelectMany(setting => known.TryGetValue(setting.Key, out var property)
            ? property.PropertyType.Namespace == typeof(ServerSettings).Namespace ? Unknown(setting, property.PropertyType) : []
            : [$"{setting.Path} is \"{setting.Value}\", but there is no such setting; {section.Path} takes {string.Join(", ", known.Keys)}."]);
    }

    private IEnumerable<string> Problems(IHostEnvironment environment)
    {
        var problems = new[] { Marketplace.Problems(), Authentication.Problems(), Http.Problems(), GraphQL.Problems(), Sockets.Problems(), RateLimits.Problems(), Keys.Problems(Marketplace.Database.DataDirectory), Telemetry.Problems() };
        foreach (var problem in problems.SelectMany(part => part))
        {
            yield return problem;
        }
        if (WhyNotWritable(Marketplace.Database.DataDirectory) is { } reason)
        {
            yield return $"Database:DataDirectory is \"{Marketplace.Database.DataDirectory}\", where the server cannot write ({reason}); set it to a directory that it may write to.";
        }
        if (Demo.Enabled && !environment.IsDevelopment())
        {
            yield return $"Demo:Enabled is true in {environment.EnvironmentName}, but everybody knows the demo users' password; set Demo:Enabled to false or ASPNETCORE_ENVIRONMENT to Development.";
        }
    }

    private static DatabaseSettings WithConnection(DatabaseSettings database, string? connectionString) => database with
    {
        ConnectionString = database.ConnectionString ?? connectionString,
        DataDirectory = string.IsNullOrWhiteSpace(database.DataDirectory) ? "" : Path.GetFullPath(database.DataDirectory),
    };

    private static string? WhyNotWritable(string directory)
    {
        if (directory.Length == 0)
        {
            return null;
        }
        try
        {
            PrivateFiles.CreateDirectory(directory);
            var probe = Path.Combine(directory, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message.TrimEnd('.');
        }
    }
}
