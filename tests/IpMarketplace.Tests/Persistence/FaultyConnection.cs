using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Persistence;

/// <summary>The connection breaks.</summary>
internal sealed class BrokenConnection() : DbException("The connection is broken.");

/// <summary>A connection that breaks at its first commits, before they arrive or before they are acknowledged, under a database that is asked again.</summary>
internal sealed class FaultyConnection : DbTransactionInterceptor
{
    /// <summary>How many commits still get lost on their way.</summary>
    public int LostCommits { get; set; }

    /// <summary>How many commits are done, but still not acknowledged.</summary>
    public int LostAcknowledgements { get; set; }

    public void Configure(IServiceCollection services) => services.ConfigureDbContext<WorkshopContext>(options => options
        .AddInterceptors(this)
        .ReplaceService<IExecutionStrategyFactory, Patience>());

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        LostCommits-- > 0 ? throw new BrokenConnection() : new(result);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        LostAcknowledgements-- > 0 ? throw new BrokenConnection() : Task.CompletedTask;

    private sealed class Patience(ExecutionStrategyDependencies dependencies) : IExecutionStrategyFactory
    {
        public IExecutionStrategy Create() => new AgainAtOnce(dependencies);
    }

    private sealed class AgainAtOnce(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 5, maxRetryDelay: TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is BrokenConnection;
    }
}
