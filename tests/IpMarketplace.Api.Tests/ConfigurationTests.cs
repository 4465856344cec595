using IpMarketplace.Api.Settings;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

public sealed class ConfigurationTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("ipmarketplace-").FullName;

    [Theory]
    [InlineData("Database:Provider=Postgres", "Database:Provider is \"Postgres\"; set it to Sqlite or SqlServer.")]
    [InlineData("Database:Provider=SqlServer", "Database:Provider is SqlServer but there is no connection string; set ConnectionStrings:Marketplace.")]
    [InlineData("Database:Directory=x", "Database:Directory is \"x\", but there is no such setting; Database takes Provider, ConnectionString, DataDirectory, Migrate, MaxBatchSize, LongestWaitForLock.")]
    [InlineData("Database:LongestWaitForLock=00:01:00", "Database:LongestWaitForLock is 00:01:00; set it to 00:00:01 to 00:00:25.")]
    [InlineData("Accounts:AccessTokenLifetime=soon", "Failed to convert configuration value 'soon' at 'Accounts:AccessTokenLifetime' to type 'System.TimeSpan'; change or remove the setting.")]
    [InlineData("Accounts:AccessTokenLifetime=1.00:00:00", "Accounts:AccessTokenLifetime is 1.00:00:00; set it to more than 0 and at most 01:00:00.")]
    [InlineData("Accounts:SignInsPerName=0", "Accounts:SignInsPerName is 0; set it between 1 and 1000000.")]
    [InlineData("Accounts:AttemptWindow=0:0:0", "Accounts:AttemptWindow is 00:00:00; set it between 00:00:01 and 1.00:00:00.")]
    [InlineData("Accounts:RefreshGrace=00:02:00", "Accounts:RefreshGrace is 00:02:00; set it to at least 0 and at most 00:01:00, such as 00:00:10.")]
    [InlineData("Accounts:KnownDeviceLifetime=0:0:0", "Accounts:KnownDeviceLifetime is 00:00:00; set it to more than 0 and at most 3650 days, such as 180.00:00:00.")]
    [InlineData("RateLimits:RequestBurst=0", "RateLimits:RequestBurst is 0; set it between 1 and 1000000.")]
    [InlineData("Keys:Certificate=/nowhere/keys.pem", "Keys:Certificate is \"/nowhere/keys.pem\", which cannot be used (Could not find a part of the path '/nowhere/keys.pem'); make one outside of the data directory by `openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj /CN=ipmarketplace -keyout keys.pem -out keys.pem` and set Keys:Certificate to the file.")]
    [InlineData("Authentication:Authority=http://id.example", "Authentication:Authority is \"http://id.example\"; keys fetched over plain HTTP prove nothing, so use https.")]
    [InlineData("Authentication:Authority=https://id.example", "Authentication:Audience is empty; set it to the audience that tokens of Authentication:Authority name for this server.")]
    [InlineData("Database:MaxBatchSize=0", "Database:MaxBatchSize is 0; set it between 1 and 1000.")]
    [InlineData("Http:MaxRequestBytes=5", "Http:MaxRequestBytes is 5; set it between 1024 and 1073741824.")]
    [InlineData("Http:MaxBatchSize=-1", "Http:MaxBatchSize is -1; set it between 0 and 1000.")]
    [InlineData("Http:Uploads:MaxFiles=0", "Http:Uploads:MaxFiles is 0; set it between 1 and 1000.")]
    [InlineData("Http:Uploads:MaxFileBytes=0", "Http:Uploads:MaxFileBytes is 0; set it between 1 and 1073741824.")]
    [InlineData("Http:Uploads:Enable=true", "Http:Uploads:Enable is \"true\", but there is no such setting; Http:Uploads takes Enabled, MaxFiles, MaxFileBytes.")]
    [InlineData("GraphQL:Operations:OnlyRegistered=true", "GraphQL:Operations:OnlyRegistered is true, but GraphQL:Operations:Folder is empty; set it to the folder that holds the registered operations.")]
    [InlineData("Http:AllowedOrigins:0=*", "Http:AllowedOrigins holds \"*\"; an origin is a scheme and a host without a path, such as https://market.example.")]
    [InlineData("Http:TrustedProxies:0=proxy", "Http:TrustedProxies holds \"proxy\"; write a network such as 10.0.0.0/8.")]
    [InlineData("GraphQL:SlowOperation=-00:00:01", "GraphQL:SlowOperation is -00:00:01; set it to 0 or more, such as 00:00:01.")]
    [InlineData("Telemetry:OtlpEndpoint=collector:4318", "Telemetry:OtlpEndpoint is \"collector:4318\"; set it to a collector's address, such as http://collector:4318, or leave it empty.")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=4318", "Telemetry:OtlpEndpoint is \"4318\"; set it to a collector's address, such as http://collector:4318, or leave it empty.")]
    [InlineData("Telemetry:SamplingRatio=1.5", "Telemetry:SamplingRatio is 1.5; set it between 0 and 1, such as 0.1.")]
    [InlineData("Telemetry:MetricInterval=0:0:0.5", "Telemetry:MetricInterval is 00:00:00.5000000; set it between 00:00:01 and 1.00:00:00.")]
    [InlineData("GraphQL:Limits:Depth=0", "GraphQL:Limits:Depth is 0; set it between 1 and 200.")]
    [InlineData("GraphQL:Limits:Cost=-1", "GraphQL:Limits:Cost is -1; set it between 1 and 1000000000.")]
    [InlineData("GraphQL:Limits:Deep=1",
        "GraphQL:Limits:Deep is \"1\", but there is no such setting; GraphQL:Limits takes Tokens, Nesting, Directives, DirectivesPerPlace, Fragments, FragmentSpreads, Depth, RootFields, Aliases, Fields, MergedFields, ListItems, IntrospectionLists, ResponseBytes, Cost, PageSize.")]
    [InlineData("Sockets:PongTimeout=0", "Sockets:PongTimeout is 00:00:00; set it to more than 0 and at most a day, such as 00:00:20.")]
    [InlineData("Sockets:MaxPerClient=0", "Sockets:MaxPerClient is 0; set it between 1 and 1073741824.")]
    [InlineData("Sweeps:Interval=0:0:0", "Sweeps:Interval is 00:00:00; set it to at least 00:00:01.")]
    public void Stops_the_start_with_a_sentence_that_says_what_to_change(string setting, string sentence)
    {
        var refused = Assert.Throws<ConfigurationRefused>(() => MarketplaceServer.Build([$"--Database:DataDirectory={_directory}", $"--{setting}"]));

        Assert.Contains(sentence, refused.Problems);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Demo_users_never_meet_the_world(string environment)
    {
        var refused = Assert.Throws<ConfigurationRefused>(() =>
            MarketplaceServer.Build([$"--environment={environment}", $"--Database:DataDirectory={_directory}", "--Demo:Enabled=true"]));

        Assert.StartsWith($"Demo:Enabled is true in {environment}", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_start_ends_with_the_sentence_and_an_exit_code()
    {
        var (exitCode, output) = await ServerProcess.RunAsync($"--Database:DataDirectory={_directory}", "--Database:Provider=Oracle");

        Assert.Equal(1, exitCode);
        Assert.Equal("IpMarketplace cannot start: Database:Provider is \"Oracle\"; set it to Sqlite or SqlServer.", output.Trim());
    }

    [Fact]
    public async Task What_is_said_does_not_depend_on_the_language_of_the_machine()
    {
        var (_, output) = await ServerProcess.RunInAsync("fa_IR.UTF-8", $"--Database:DataDirectory={_directory}", "--Accounts:SignInsPerName=-1");

        Assert.Equal("IpMarketplace cannot start: Accounts:SignInsPerName is -1; set it between 1 and 1000000.", output.Trim());
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
