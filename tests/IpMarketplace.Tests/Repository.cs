namespace IpMarketplace.Tests;

/// <summary>Files of the repository and, where they are there, the shared data beside it.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    /// <summary>A file of the shared data, whether or not it is there.</summary>
    public static string SharedData(string path) => Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", path));

    private static string FindRoot(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "IpMarketplace.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
