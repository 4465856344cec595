using System.Text.RegularExpressions;

namespace IpMarketplace.Architecture.Tests;

/// <summary>One C# file of the product.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
/// <param name="Text">What it says.</param>
public sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The namespaces of this product that the file uses, by directive or by a qualified name.</summary>
    public IEnumerable<string> UsedNamespaces => Qualified().Matches(WithoutComments()).Select(match => match.Value).Distinct();

    /// <summary>The text without comments, whose words bind nobody.</summary>
    public string WithoutComments() => Comment().Replace(Text, "");

    [GeneratedRegex(@"\bIpMarketplace(\.[A-Z]\w*)+")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}

/// <summary>The repository as the tests read it.</summary>
public static class SourceTree
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file under <c>src</c>, generated migrations left out.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } = Read("src");

    /// <summary>Every C# file under <c>tests</c>.</summary>
    public static IReadOnlyList<SourceFile> Tests { get; } = Read("tests");

    private static List<SourceFile> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path)))),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IpMarketplace.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests run outside the repository: no folder above them holds IpMarketplace.sln.");
    }
}
