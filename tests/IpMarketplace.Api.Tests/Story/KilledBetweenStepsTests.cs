using IpMarketplace.Kernel.Time;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests.Story;

/// <summary>What was acknowledged is kept: the real process is killed without warning after each step and started again on the same files.</summary>
public sealed class KilledBetweenStepsTests
{
    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_the_catalogue_agrees_with_the_database()
    {
        await using var store = new TemporaryStore();
        await using var running = new Restartable(store);
        await running.StartAsync();
        var story = new TheWayThrough(running.QueryAsync, TimeProvider.System.Today());
        foreach (var (_, take) in story.Steps)
        {
            await take();
            var acknowledged = await story.StateAsync();
            await running.KillAndStartAsync();
            Assert.Equal(acknowledged, await story.StateAsync());
        }
    }

    private sealed class Restartable(TemporaryStore store) : IAsyncDisposable
    {
        private ServerProcess? _process;
        private GraphQLClient? _client;

        public async Task StartAsync()
        {
            _process = await ServerProcess.StartAsync(store);
            _client = new GraphQLClient(_process.Address, TimeProvider.System);
        }

        public async Task KillAndStartAsync()
        {
            await _process!.KillAsync();
            await DisposeAsync();
            await StartAsync();
        }

        public Task<Answer> QueryAsync(string operation, object? variables, string? user) => _client!.QueryAsync(operation, variables, user);

        public async ValueTask DisposeAsync()
        {
            _client?.Dispose();
            if (_process is not null)
            {
                await _process.DisposeAsync();
            }
        }
    }
}
