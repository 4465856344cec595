using IpMarketplace.Persistence;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Catalogue.Storage;

/// <summary>
/// The file in the data directory from which a restart reads the catalogue. A new one takes the place of the old in one step, whole or not at all; so several
/// processes may share a directory, and one may be killed at any moment.
/// </summary>
internal sealed class CatalogueStore(DatabaseSettings settings, ILogger<CatalogueStore> log)
{
    private const string Name = "catalogue.snapshot";
    private const string Unfinished = ".unfinished";

    /// <summary>Identifies this build: another one may read texts, or number values, in another way.</summary>
    public static Guid Build { get; } = typeof(CatalogueStore).Module.ModuleVersionId;

    private string Path => System.IO.Path.Combine(settings.DataDirectory, Name);

    /// <summary>What is stored, if it can be relied on; otherwise the log says in a sentence why not.</summary>
    /// <param name="isOfThisDatabase">Why the moment is of no use here, as a clause; null when it is.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(StoredMoment Moment, StoredCatalogue Catalogue)?> ReadAsync(Func<StoredMoment, Task<string?>> isOfThisDatabase, CancellationToken ct)
    {
        try
        {
            using var file = File.OpenHandle(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var header = StoredHeader.Read(file);
            var reason = header.Moment.Build != Build ? "another build wrote it" : await isOfThisDatabase(header.Moment);
            ct.ThrowIfCancellationRequested();
            return reason is null ? (header.Moment, StoredCatalogue.Read(file, header)) : Refused(reason);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException || IsFromReadingNonsense(failure))
        {
            return Refused(failure.Message.TrimEnd('.'));
        }

        (StoredMoment, StoredCatalogue)? Refused(string reason)
        {
            log.LogWarning("The stored catalogue {File} is not used, because {Reason}; the catalogue is built from the database.", Path, reason);
            return null;
        }
    }

    /// <summary>Stores a catalogue. A failure is logged: the next start takes longer, nothing else.</summary>
    /// <returns>Whether it was stored.</returns>
    public bool TryWrite(StoredCatalogue catalogue, StoredMoment moment)
    {
        var unfinished = $"{Path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            RemoveUnfinished();
            using (var stream = new FileStream(unfinished, Options()))
            {
                catalogue.Write(stream, moment);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, Path, overwrite: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The catalogue could not be stored as {File} ({Reason}); the next start builds it from the database.", Path, failure.Message);
            return false;
        }
    }

    /// <summary>Removes what a process left that was killed while it wrote. Whoever still writes holds a lock on its file.</summary>
    private void RemoveUnfinished()
    {
        foreach (var file in Directory.GetFiles(settings.DataDirectory, $"{Name}.*{Unfinished}"))
        {
            try
            {
                new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (IOException)
            {
                continue; // another process is writing it
            }
        }
    }

    // Every number is checked; should one slip through, the file is refused all the same.
    private static bool IsFromReadingNonsense(Exception failure) => failure is IndexOutOfRangeException or ArgumentException or OverflowException;

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 20 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return options;
    }
}
