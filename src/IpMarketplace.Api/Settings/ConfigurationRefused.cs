namespace IpMarketplace.Api.Settings;

/// <summary>The server cannot run as it is configured. Each problem names the setting, its value and what to change.</summary>
internal sealed class ConfigurationRefused(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
