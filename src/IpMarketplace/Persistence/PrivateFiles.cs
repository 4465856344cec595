namespace IpMarketplace.Persistence;

/// <summary>
/// Files that concern nobody but the server: the database, keys, snapshots. Only its user may read or write them; on Windows the access list of the
/// directory they lie in decides.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnDirectory = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Creates a directory, and those above it, that only the server's user may enter (0700). One that is there is left as it is.</summary>
    public static DirectoryInfo CreateDirectory(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnDirectory);

    /// <summary>Takes a file away from everybody but the server's user (0600); one that is not there is left alone.</summary>
    public static void Restrict(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && File.GetUnixFileMode(path) != OwnFile)
        {
            File.SetUnixFileMode(path, OwnFile);
        }
    }
}
