namespace IpMarketplace.Persistence.Import;

/// <summary>Takes the lines of one kind of file into the database.</summary>
public interface IImport
{
    /// <summary>What is imported, as the command names it: <c>patents</c>.</summary>
    string Noun { get; }

    /// <summary>What a record is about, so that a file says it only once; null where that cannot be read.</summary>
    string? KeyOf(ImportRecord record);

    /// <summary>
    /// Takes a batch inside a write transaction and saves it: one outcome for each line. A line that was taken before changes nothing.
    /// </summary>
    /// <param name="db">The database; it tracks nothing yet.</param>
    /// <param name="batch">The lines, in the order of the file.</param>
    /// <param name="evidence">The name of this import, which stands as evidence for what it records (INV-03).</param>
    /// <param name="ct">Cancels the batch, which then leaves nothing behind.</param>
    Task<IReadOnlyList<LineOutcome>> TakeAsync(MarketplaceDbContext db, IReadOnlyList<ImportLine> batch, string evidence, CancellationToken ct);
}
