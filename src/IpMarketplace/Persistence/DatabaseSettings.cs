namespace IpMarketplace.Persistence;

/// <summary>Which database, and where.</summary>
public sealed record DatabaseSettings
{
    private const int LargestBatch = 1000;

    /// <summary>The embedded database.</summary>
    public const string Sqlite = nameof(Sqlite);

    /// <summary>The database of a production with several nodes.</summary>
    public const string SqlServer = nameof(SqlServer);

    /// <summary><see cref="Sqlite"/> or <see cref="SqlServer"/>.</summary>
    public string Provider { get; init; } = Sqlite;

    /// <summary>Needed for SQL Server; SQLite is a file in <see cref="DataDirectory"/>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Where everything lies that is kept beside a server: the embedded database and the keys.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>
    /// Whether a node brings the database to the form of its build when it starts. Where it may not (its login lacks the rights, or several nodes are
    /// rolled out), it says which migrations wait and does not start.
    /// </summary>
    public bool Migrate { get; init; } = true;

    /// <summary>
    /// The most rows that one statement writes, 1 to 1000; Entity Framework's own choice without it. With 1 no MERGE is sent, which some servers that
    /// speak T-SQL do not know. For SQL Server only.
    /// </summary>
    public int? MaxBatchSize { get; init; }

    /// <summary>How long a write waits for another process that holds the embedded database's lock, in whole seconds; then it says that it was not done.</summary>
    public TimeSpan LongestWaitForLock { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Each problem as a sentence that names the setting, its value and what to change.</summary>
    public IEnumerable<string> Problems()
    {
        if (Provider is not (Sqlite or SqlServer))
        {
            yield return $"Database:Provider is \"{Provider}\"; set it to {Sqlite} or {SqlServer}.";
        }
        if (Provider == SqlServer && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return "Database:Provider is SqlServer but there is no connection string; set ConnectionStrings:Marketplace.";
        }
        if (MaxBatchSize is < 1 or > LargestBatch)
        {
            yield return $"Database:MaxBatchSize is {MaxBatchSize}; set it between 1 and {LargestBatch}.";
        }
        if (LongestWaitForLock < TimeSpan.FromSeconds(1) || LongestWaitForLock > TimeSpan.FromSeconds(25))
        {
            yield return $"Database:LongestWaitForLock is {LongestWaitForLock}; set it to 00:00:01 to 00:00:25.";
        }
        if (string.IsNullOrWhiteSpace(DataDirectory))
        {
            yield return "Database:DataDirectory is empty; set it to a directory that the server may write to.";
        }
    }
}
