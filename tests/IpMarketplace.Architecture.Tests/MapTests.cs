using System.Text.RegularExpressions;

namespace IpMarketplace.Architecture.Tests;

/// <summary>src/README.md is a map; a map that lies is worse than none.</summary>
public sealed partial class MapTests
{
    private static readonly string Map = File.ReadAllText(Path.Combine(SourceTree.Root, "src", "README.md"));

    [Fact]
    public void Every_folder_on_the_map_exists()
    {
        var missing = FoldersOnTheMap().Where(folder => !Directory.Exists(Path.Combine(SourceTree.Root, "src", folder)));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_folder_is_on_the_map()
    {
        var folders = SourceTree.Sources
            .Select(file => file.Path.Split('/'))
            .Where(parts => parts.Length > 3)
            .Select(parts => $"{parts[1]}/{parts[2]}")
            .Distinct();
        Assert.Empty(folders.Except(FoldersOnTheMap()));
    }

    [Fact]
    public void The_modules_stand_in_the_order_of_the_dependency_table()
    {
        var onTheMap = FoldersOnTheMap().Where(folder => folder.StartsWith("IpMarketplace/", StringComparison.Ordinal)).Select(folder => folder["IpMarketplace/".Length..]);
        string[] inOrder = [.. DependencyTable.FoundationsInOrder, .. DependencyTable.ModulesInOrder];
        Assert.Equal(inOrder.Intersect(onTheMap), onTheMap.Where(inOrder.Contains));
    }

    private static List<string> FoldersOnTheMap() => [.. Row().Matches(Map).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^\| `(IpMarketplace[^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
