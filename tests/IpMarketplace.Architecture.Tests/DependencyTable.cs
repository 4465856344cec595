namespace IpMarketplace.Architecture.Tests;

/// <summary>Who may know whom. The order of the modules is the order of the map in src/README.md.</summary>
public static class DependencyTable
{
    /// <summary>What the marketplace's modules stand on: each may know those before it, and no module.</summary>
    public static readonly string[] FoundationsInOrder = ["Persistence", "Following"];

    /// <summary>The marketplace's modules: each may know those before it, never those after it.</summary>
    public static readonly string[] ModulesInOrder =
        ["Accounts", "Organizations", "Patents", "OpenLicensing", "Catalogue", "Matching", "Licensing", "Statistics"];

    /// <summary>The engine's folders: each may use those named for it.</summary>
    public static readonly Dictionary<string, string[]> EngineFolders = new()
    {
        ["Errors"] = ["Language"],
        ["Language"] = [],
        ["Results"] = ["Errors", "Language"],
    };

    /// <summary>Every use that the table does not allow, as sentences.</summary>
    public static IEnumerable<string> ViolationsIn(IEnumerable<SourceFile> files) => files.SelectMany(ViolationsIn);

    private static IEnumerable<string> ViolationsIn(SourceFile file)
    {
        var parts = file.Path.Split('/');
        var project = parts[1];
        foreach (var used in file.UsedNamespaces)
        {
            if (WhyNot(project, parts, used) is { } reason)
            {
                yield return $"{file.Path} uses {used}: {reason}";
            }
        }
    }

    private static string? WhyNot(string project, string[] path, string used) => project switch
    {
        "IpMarketplace.Kernel" => Under(used, "IpMarketplace.Kernel") ? null : "the kernel knows only itself",
        "IpMarketplace.GraphQL" => !Under(used, "IpMarketplace.GraphQL") || Under(used, "IpMarketplace.GraphQL.AspNetCore")
            ? "the engine knows neither the marketplace nor the web"
            : WhyNotInEngine(path, used),
        "IpMarketplace.GraphQL.AspNetCore" => Under(used, "IpMarketplace.GraphQL") ? null : "the transports know only the engine",
        "IpMarketplace" => WhyNotInModule(path, used),
        _ => null,
    };

    private static string? WhyNotInEngine(string[] path, string used)
    {
        var folder = path[2];
        if (!EngineFolders.TryGetValue(folder, out var allowed))
        {
            return null;
        }
        var usedFolder = Segment(used, 2);
        return usedFolder is null || usedFolder == folder || allowed.Contains(usedFolder) ? null : $"{folder} stands below {usedFolder}";
    }

    private static string? WhyNotInModule(string[] path, string used)
    {
        if (Under(used, "IpMarketplace.Api") || Under(used, "IpMarketplace.GraphQL.AspNetCore"))
        {
            return "the marketplace knows neither its host nor the transports";
        }
        var module = Array.IndexOf(ModulesInOrder, path[2]);
        var isDomain = path.Length == 4;
        if (path.Length == 3)
        {
            return null; // Marketplace.cs composes all modules
        }
        if (Array.IndexOf(FoundationsInOrder, path[2]) is >= 0 and var foundation)
        {
            return Array.IndexOf(ModulesInOrder, Segment(used, 1)) >= 0 ? $"{path[2]} knows no module"
                : Array.IndexOf(FoundationsInOrder, Segment(used, 1)) > foundation ? $"{path[2]} comes before {Segment(used, 1)}"
                : null;
        }
        if (module < 0)
        {
            return "the folder is no module of the table";
        }
        var usedModule = Array.IndexOf(ModulesInOrder, Segment(used, 1));
        if (usedModule > module)
        {
            return $"{path[2]} comes before {ModulesInOrder[usedModule]}";
        }
        if (isDomain && (Under(used, "IpMarketplace.GraphQL") || FoundationsInOrder.Contains(Segment(used, 1)) || Segment(used, 2) is "Schema" or "Persistence"))
        {
            return "a module's root is pure domain: the kernel and the domain of the modules before it, nothing else";
        }
        return null;
    }

    private static bool Under(string used, string root) => used == root || used.StartsWith(root + ".", StringComparison.Ordinal);

    private static string? Segment(string used, int index)
    {
        var parts = used.Split('.');
        return parts.Length > index ? parts[index] : null;
    }
}
