using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IpMarketplace.Persistence;

/// <summary>
/// The one way to write. Writers take turns, in this process at the <see cref="WriteGate"/> and across processes at a lock that
/// the database holds until commit. So what is loaded and checked inside still holds when it is saved (GI-12), and the order
/// of change ids is the order of commits.
/// </summary>
public static class WriteTransaction
{
    extension(MarketplaceDbContext db)
    {
        /// <summary>
        /// Runs the work in one transaction and commits it; joins the transaction that is already open. After a transient
        /// fault the work runs again from the start with nothing tracked, so it must load what it changes.
        /// </summary>
        /// <param name="work">What to do; its last step is to save.</param>
        /// <param name="ct">Cancels the wait and the work, never the commit.</param>
        public Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken ct) => db.WriteAsync(work, _ => true, ct);

        /// <summary>As above, but the result decides: what is not to be committed is rolled back and forgotten.</summary>
        /// <param name="work">What to do; its last step is to save.</param>
        /// <param name="isToBeCommitted">Whether the result stands.</param>
        /// <param name="ct">Cancels the wait and the work, never the commit.</param>
        public Task<T> WriteAsync<T>(Func<Task<T>> work, Func<T, bool> isToBeCommitted, CancellationToken ct) =>
            db.InTurnAsync(attempt =>
            {
                if (attempt > 1)
                {
                    db.ChangeTracker.Clear();
                }
                return work();
            }, isToBeCommitted, ct);

        internal async Task<T> InTurnAsync<T>(Func<int, Task<T>> work, Func<T, bool> isToBeCommitted, CancellationToken ct)
        {
            if (db.Database.CurrentTransaction is not null)
            {
                return await work(1);
            }
            T result;
            using (await db.GetService<WriteGate>().EnterAsync(ct))
            {
                var attempt = 0;
                result = await db.Database.CreateExecutionStrategy().ExecuteAsync(() => db.AttemptAsync(() => work(++attempt), isToBeCommitted, ct));
                if (db.Saved.Count > 0)
                {
                    db.GetService<IFeedFollowers>().Committed([.. db.Saved]);
                }
            }
            return result;
        }

        private async Task<T> AttemptAsync<T>(Func<Task<T>> work, Func<T, bool> isToBeCommitted, CancellationToken ct)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            db.Saved.Clear();
            try
            {
                await db.LockForWritingAsync(ct);
                var result = await work();
                if (isToBeCommitted(result))
                {
                    await transaction.CommitAsync(CancellationToken.None);
                }
                else
                {
                    await transaction.RollbackAsync(CancellationToken.None);
                    db.ChangeTracker.Clear();
                    db.Saved.Clear();
                }
                return result;
            }
            catch
            {
                db.ChangeTracker.Clear();
                throw;
            }
        }
    }
}
