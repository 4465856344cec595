using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

public sealed class ProcessTests
{
    [Fact]
    public async Task Stops_in_order_when_it_is_told_to()
    {
        await using var store = new TemporaryStore();
        await using var server = await ServerProcess.StartAsync(store, "--Demo:Enabled=false");

        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task Logs_are_JSON_outside_of_Development_and_name_no_secret()
    {
        await using var store = new TemporaryStore();
        await using var server = await ServerProcess.StartAsync(store, "--Demo:Enabled=false", "--environment=Production");

        var lines = server.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => System.Text.Json.JsonDocument.Parse(line));
        Assert.DoesNotContain("assword", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_asked_for_its_health_from_the_command_line()
    {
        await using var store = new TemporaryStore();
        await using var server = await ServerProcess.StartAsync(store, "--Demo:Enabled=false");

        Assert.Equal(0, (await ServerProcess.RunAsync("health", server.Address.ToString())).ExitCode);
        await server.KillAsync();
        Assert.Equal(1, (await ServerProcess.RunAsync("health", server.Address.ToString())).ExitCode);
    }

    [Fact]
    public async Task Shows_help_without_starting()
    {
        var (exitCode, output) = await ServerProcess.RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("serve", output, StringComparison.Ordinal);
    }
}
