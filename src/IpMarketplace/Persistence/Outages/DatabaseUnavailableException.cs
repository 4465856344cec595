using System.Data.Common;

namespace IpMarketplace.Persistence.Outages;

/// <summary>The database is away, full, read-only or locked: nobody's fault here, and the same may succeed later.</summary>
/// <param name="fault">What is wrong, as the end of "The database …".</param>
/// <param name="cause">What the driver said; null when nothing was tried, because others have just failed.</param>
/// <param name="isUncertain">Whether a commit was sent of which nobody knows whether it arrived.</param>
public sealed class DatabaseUnavailableException(string fault, Exception? cause = null, bool isUncertain = false)
    : DbException($"The database {fault}.", cause)
{
    /// <summary>What is wrong, as the end of "The database …".</summary>
    public string Fault { get; } = fault;

    /// <summary>Whether a commit was sent of which nobody knows whether it arrived.</summary>
    public bool IsUncertain { get; } = isUncertain;

    /// <summary>What an exception says of the database; null when it says nothing.</summary>
    public static DatabaseUnavailableException? Behind(Exception exception) => exception as DatabaseUnavailableException
        ?? (DatabaseFaults.Of(exception) is { } fault ? new DatabaseUnavailableException(fault, exception) : null);

    /// <inheritdoc/>
    public override bool IsTransient => true;
}
