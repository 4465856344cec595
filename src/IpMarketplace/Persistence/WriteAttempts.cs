using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Persistence;

/// <summary>The attempts at one write. They share a name, which is committed with the write: the next attempt sees whether the last one was.</summary>
/// <param name="db">The context to write through.</param>
/// <param name="subject">What the write is about; null when the feed orders it.</param>
/// <param name="work">What to do at the attempt of a number, from 1.</param>
/// <param name="isToBeCommitted">Whether the result stands.</param>
internal sealed class WriteAttempts<T>(MarketplaceDbContext db, string? subject, Func<int, Task<T>> work, Func<T, bool> isToBeCommitted)
{
    private readonly Guid _name = Guid.CreateVersion7();
    private int _attempts;
    private T? _result;
    private IReadOnlyList<Change> _saved = [];
    private bool _isCommitSent;

    /// <summary>The changes that were committed, in their order.</summary>
    public IReadOnlyList<Change> Committed { get; private set; } = [];

    /// <summary>Whether a commit was sent over a connection and nobody learned whether it arrived.</summary>
    public bool IsUncertain => _isCommitSent && !db.HasOneWriter;

    public Task<T> RunAsync(CancellationToken ct)
    {
        var strategy = db.Database.CreateExecutionStrategy();
        return strategy.ExecuteAsync(() => AttemptAsync(strategy.RetriesOnFailure, ct));
    }

    private async Task<T> AttemptAsync(bool mayBeRepeated, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            db.BeginWrite(subject);
            if (await db.LockForWritingAsync(subject, mayBeRepeated ? _name : null, ct))
            {
                _isCommitSent = false;
                _result = await work(++_attempts);
                if (!isToBeCommitted(_result))
                {
                    await transaction.RollbackAsync(CancellationToken.None);
                    db.ChangeTracker.Clear();
                    return _result;
                }
                _saved = [.. db.Saved];
                _isCommitSent = true;
                await transaction.CommitAsync(CancellationToken.None);
            }
            // Else the last attempt was committed, though its acknowledgement was lost. Whoever holds the lock knows it for certain.
            Committed = _saved;
            return _result!;
        }
        catch
        {
            db.ChangeTracker.Clear();
            throw;
        }
    }
}
