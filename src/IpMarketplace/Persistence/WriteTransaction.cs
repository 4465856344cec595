using IpMarketplace.Persistence.ChangeFeed;
using IpMarketplace.Persistence.Outages;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IpMarketplace.Persistence;

/// <summary>
/// The one way to write. Writers of what the feed orders take turns, in this process at the <see cref="WriteGate"/> and across processes at
/// a lock that the database holds until commit. So what is loaded and checked inside still holds when it is saved (GI-12), and the order
/// of change ids is the order of commits. What the feed does not order (sessions, counts of attempts) is written apart and holds up nobody.
/// </summary>
public static class WriteTransaction
{
    extension(MarketplaceDbContext db)
    {
        /// <summary>
        /// Runs the work in one transaction and commits it; joins the transaction that is already open. After a transient
        /// fault the work runs again from the start with nothing tracked, so it must load what it changes; a commit of which only
        /// the acknowledgement was lost is recognized and not done again.
        /// </summary>
        /// <param name="work">What to do; its last step is to save.</param>
        /// <param name="ct">Cancels the wait and the work, never the commit.</param>
        public Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken ct) => db.WriteAsync(work, _ => true, ct);

        /// <summary>As above, but the result decides: what is not to be committed is rolled back and forgotten.</summary>
        /// <param name="work">What to do; its last step is to save.</param>
        /// <param name="isToBeCommitted">Whether the result stands.</param>
        /// <param name="ct">Cancels the wait and the work, never the commit.</param>
        public Task<T> WriteAsync<T>(Func<Task<T>> work, Func<T, bool> isToBeCommitted, CancellationToken ct) =>
            db.InTransactionAsync(null, _ => work(), isToBeCommitted, ct);

        /// <summary>
        /// Writes what is part of no aggregate and so of no feed: it waits only for writers of the same subject, where the database can write
        /// side by side.
        /// </summary>
        /// <param name="subject">What the write is about, such as a session: two writes about the same come one after the other.</param>
        /// <param name="work">What to do; its last step is to save.</param>
        /// <param name="ct">Cancels the wait and the work, never the commit.</param>
        /// <exception cref="InvalidOperationException">The work changed an aggregate.</exception>
        public Task<T> WriteApartAsync<T>(string subject, Func<Task<T>> work, CancellationToken ct) =>
            db.InTransactionAsync(subject, _ => work(), _ => true, ct);

        internal async Task<T> InTransactionAsync<T>(string? subject, Func<int, Task<T>> work, Func<T, bool> isToBeCommitted, CancellationToken ct)
        {
            if (db.Database.CurrentTransaction is not null)
            {
                return await work(1);
            }
            T result;
            using (subject is null || db.HasOneWriter ? await db.GetService<WriteGate>().EnterAsync(ct) : null)
            {
                var outage = db.GetService<DatabaseOutage>();
                outage.Enter();
                var attempts = new WriteAttempts<T>(db, subject, work, isToBeCommitted);
                try
                {
                    result = await attempts.RunAsync(ct);
                }
                catch (Exception failure) when (!ct.IsCancellationRequested && DatabaseFaults.Of(failure) is { } fault)
                {
                    outage.Failed(fault, failure);
                    throw new DatabaseUnavailableException(fault, failure, attempts.IsUncertain);
                }
                catch (OperationCanceledException cancelled) when (attempts.IsUncertain)
                {
                    // Cancelled while it was to be found out whether a commit had arrived: nobody may say that nothing was done.
                    throw new DatabaseUnavailableException("does not answer", cancelled, isUncertain: true);
                }
                outage.Succeeded();
                if (attempts.Committed is { Count: > 0 } changes)
                {
                    db.LastChange = changes[^1].Id;
                    db.GetService<IFeedFollowers>().Committed(changes);
                }
            }
            return result;
        }
    }
}
