namespace IpMarketplace.Api.Settings;

/// <summary>Whether an empty marketplace is filled with fictional organizations, patents and users whose passwords everybody knows.</summary>
internal sealed record DemoSettings
{
    /// <summary>Only in Development.</summary>
    public bool Enabled { get; init; }
}
