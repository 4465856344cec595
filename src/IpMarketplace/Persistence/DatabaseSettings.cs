namespace IpMarketplace.Persistence;

/// <summary>Which database, and where.</summary>
public sealed record DatabaseSettings
{
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
        if (string.IsNullOrWhiteSpace(DataDirectory))
        {
            yield return "Database:DataDirectory is empty; set it to a directory that the server may write to.";
        }
    }
}
