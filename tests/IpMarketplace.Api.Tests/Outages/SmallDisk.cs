using System.Diagnostics;

namespace IpMarketplace.Api.Tests.Outages;

/// <summary>The test needs a small file system, which only some users of some systems may mount.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.CanMount ? null : "No file system can be mounted here.";
}

/// <summary>A file system of a few megabytes in memory.</summary>
internal sealed class SmallDisk : IDisposable
{
    public static readonly bool CanMount = Probe();

    private readonly string _filler;

    public SmallDisk(int megabytes)
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("ipmarketplace-").FullName;
        _filler = Path.Combine(Directory, "filler");
        if (!Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", Directory))
        {
            throw new InvalidOperationException("The file system could not be mounted.");
        }
    }

    public string Directory { get; }

    /// <summary>Takes every byte that is left.</summary>
    public void Fill()
    {
        using var file = File.Create(_filler, 1);
        foreach (var size in new[] { 1 << 16, 1 << 12, 1 })
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Not one of this size fits any more.
            }
        }
    }

    public void Free() => File.Delete(_filler);

    public void Dispose()
    {
        Run("umount", Directory);
        System.IO.Directory.Delete(Directory);
    }

    private static bool Probe()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        try
        {
            using var disk = new SmallDisk(1);
            return true;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
