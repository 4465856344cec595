namespace IpMarketplace.Testing;

/// <summary>Where the sources lie, seen from the running tests.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The text of an example operation, by its path under <c>schema/operations</c>.</summary>
    public static string Operation(string path) => File.ReadAllText(Path.Combine(Root, "schema", "operations", path));

    private static string Find(string directory) =>
        File.Exists(Path.Combine(directory, "IpMarketplace.sln")) ? directory
        : Path.GetDirectoryName(directory) is { } parent ? Find(parent)
        : throw new InvalidOperationException("The tests do not run inside the repository.");
}
