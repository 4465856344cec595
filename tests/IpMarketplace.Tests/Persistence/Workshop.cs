using System.Data.Common;
using IpMarketplace.Following;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Conventions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpMarketplace.Tests.Persistence;

public enum JobState
{
    Open,
    InProgress,
    Done,
}

internal sealed record JobOpened : IDomainEvent;

internal sealed record JobPriced : IDomainEvent;

public sealed class JobPart
{
    public long Id { get; init; }

    public long JobId { get; init; }

    public required string Name { get; set; }
}

/// <summary>An aggregate that no module owns, to show what persistence does with every aggregate.</summary>
public sealed class Job : Aggregate
{
    public required string Title { get; init; }

    public JobState State { get; private set; }

    public decimal Price { get; set; }

    public decimal Share { get; init; }

    public DateTimeOffset Due { get; init; }

    public List<JobState> Seen { get; init; } = [];

    public List<JobPart> Parts { get; init; } = [];

    public static Job Opened(string title)
    {
        var job = new Job { Title = title };
        job.Note(new Transition(null, "OPEN", "OPEN", "a reason"));
        job.Announce(new JobOpened());
        return job;
    }

    public void Start()
    {
        State = JobState.InProgress;
        Note(new Transition("OPEN", "IN_PROGRESS", "START"));
    }

    public void Jump() => State = JobState.Done;

    public void Reprice(decimal price)
    {
        Price = price;
        Announce(new JobPriced());
    }
}

internal sealed class WorkshopContext(DbContextOptions<WorkshopContext> options) : MarketplaceDbContext(options)
{
    public DbSet<Job> Jobs => Set<Job>();

    public override bool IsUniqueViolation(DbException failure) => failure is SqliteException { SqliteExtendedErrorCode: 2067 };

    protected internal override bool HasOneWriter => true;

    protected internal override async Task<bool> LockForWritingAsync(string? subject, Guid? name, CancellationToken ct) =>
        name is not { } noted || await Database.ExecuteSqlRawAsync(NoteName, [noted, Now], ct) == 1;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new FixedPointConvention());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Job>(job =>
        {
            job.Property(row => row.Title).HasMaxLength(100);
            job.Property(row => row.Share).HasPrecision(9, 6);
            job.HasMany(row => row.Parts).WithOne().HasForeignKey(part => part.JobId);
            job.HasIndex(row => row.Title).IsUnique();
        });
        modelBuilder.Entity<JobPart>().Property(part => part.Name).HasMaxLength(100);
    }
}

/// <summary>
/// A database of its own in a directory of its own, with everything that a host would run beside it. Always the embedded one: its table has no
/// migration, and what it shows lies above the providers.
/// </summary>
internal sealed class Workshop : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 5, 6, TimeSpan.Zero);

    private readonly string _directory;
    private readonly bool _isGuest;
    private readonly ServiceProvider _services;

    private Workshop(Workshop? host, IEnumerable<IChangeFeedConsumer> consumers, Action<IServiceCollection>? configure)
    {
        _isGuest = host is not null;
        _directory = host?._directory ?? Directory.CreateTempSubdirectory("ipmarketplace-").FullName;
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<TimeProvider>(new StoppedClock(Now));
        services.AddSingleton(Quickly);
        services.AddPersistence(new DatabaseSettings { DataDirectory = _directory });
        services.AddFollowing();
        services.AddPooledDbContextFactory<WorkshopContext>(options => options.UseSqlite($"Data Source={_directory}/workshop.db"));
        services.AddSingleton<IDbContextFactory<MarketplaceDbContext>, WorkshopFactory>();
        foreach (var consumer in consumers)
        {
            services.AddSingleton(consumer);
        }
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public static Task<Workshop> OpenAsync(params IChangeFeedConsumer[] consumers) => OpenAsync(null, consumers);

    public static async Task<Workshop> OpenAsync(Action<IServiceCollection>? configure, params IChangeFeedConsumer[] consumers)
    {
        var workshop = new Workshop(null, consumers, configure);
        await using (var db = await workshop._services.GetRequiredService<IDbContextFactory<WorkshopContext>>().CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync(); // the workshop's own table has no migration
        }
        return workshop;
    }

    /// <summary>Another process, as it were, on the same database.</summary>
    public Workshop Beside(Action<IServiceCollection>? configure = null, params IChangeFeedConsumer[] consumers) => new(this, consumers, configure);

    /// <summary>Settings under which nothing waits long.</summary>
    public static ChangeFeedSettings Quickly { get; } = new()
    {
        PollInterval = TimeSpan.FromMilliseconds(20),
        RetryPauses = [TimeSpan.Zero, TimeSpan.Zero],
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(2),
        PauseBeforeRetry = TimeSpan.Zero,
        LongestWaitBeforeReply = TimeSpan.FromMinutes(1),
    };

    public IServiceProvider Services => _services;

    public ChangeFeedProgress Progress => _services.GetRequiredService<ChangeFeedProgress>();

    public WorkshopContext Context(Actor? actor = null)
    {
        var db = (WorkshopContext)_services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContext();
        db.Actor = actor ?? Actor.System;
        return db;
    }

    public Task FollowAsync() => Reader.StartAsync(CancellationToken.None);

    public Task StopFollowingAsync() => Reader.StopAsync(CancellationToken.None);

    private ChangeFeedReader Reader => _services.GetServices<IHostedService>().OfType<ChangeFeedReader>().Single();

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }
        await _services.DisposeAsync();
        if (_isGuest)
        {
            return;
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class WorkshopFactory(IDbContextFactory<WorkshopContext> pool) : IDbContextFactory<MarketplaceDbContext>
    {
        public MarketplaceDbContext CreateDbContext()
        {
            var db = pool.CreateDbContext();
            db.LastChange = 0;
            return db;
        }
    }
}
