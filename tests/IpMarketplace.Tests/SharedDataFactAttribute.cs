namespace IpMarketplace.Tests;

/// <summary>A test that needs a file of the shared data beside the repository; skipped, with that reason, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string path)
    {
        if (!File.Exists(Repository.SharedData(path)))
        {
            Skip = $"../shared/data/{path} is not there.";
        }
    }
}
