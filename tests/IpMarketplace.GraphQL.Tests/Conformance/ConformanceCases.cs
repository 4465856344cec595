using System.Text.Json;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Tests.Conformance;

/// <summary>
/// The conformance cases: out of the folder that the environment variable GRAPHQL_GOLDEN names, else out of the copy beside this file.
/// A folder that is missing or empty fails the tests that ask for it.
/// </summary>
internal static class ConformanceCases
{
    /// <summary>The cases ask what the specification says, not what a server takes on.</summary>
    public static RequestLimits Limits { get; } = new()
    {
        MaxDepth = 100,
        MaxRootFields = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxFields = 20_000,
        MaxFragments = int.MaxValue,
        MaxFragmentSpreads = int.MaxValue,
        MaxIntrospectionLists = int.MaxValue,
        MaxCost = double.MaxValue,
    };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads every file of <c>validation</c>, <c>schema</c> or <c>execution</c>, by name.</summary>
    public static IReadOnlyDictionary<string, T> ReadAll<T>(string folder) =>
        Files(folder).ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, Read<T>);

    /// <summary>Reads one file, for example <c>Read&lt;T&gt;("validation", "syntax")</c>.</summary>
    public static T Read<T>(string folder, string name) => Read<T>(Path.Combine(Root(), folder, name + ".json"));

    /// <summary>The names of the files of a folder, as the data of a theory.</summary>
    public static TheoryData<string> Names(string folder)
    {
        var names = new TheoryData<string>();
        foreach (var file in Files(folder)) names.Add(Path.GetFileNameWithoutExtension(file)!);
        return names;
    }

    private static string[] Files(string folder)
    {
        var path = Path.Combine(Root(), folder);
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json") : [];
        return files.Length > 0 ? [.. files.Order(StringComparer.Ordinal)] : throw new DirectoryNotFoundException($"No conformance cases in {path}.");
    }

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Json) ?? throw new InvalidDataException($"{file} holds nothing.");

    /// <summary>The folder of this test project's sources.</summary>
    public static string ProjectFolder
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "IpMarketplace.sln"))) directory = directory.Parent;
            return Path.Combine(
                directory?.FullName ?? throw new DirectoryNotFoundException("IpMarketplace.sln is in no folder above the tests."),
                "tests", "IpMarketplace.GraphQL.Tests");
        }
    }

    private static string Root() => Environment.GetEnvironmentVariable("GRAPHQL_GOLDEN") is { Length: > 0 } golden
        ? golden
        : Path.Combine(ProjectFolder, "Conformance", "Cases");
}
