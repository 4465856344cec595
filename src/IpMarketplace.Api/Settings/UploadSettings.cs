namespace IpMarketplace.Api.Settings;

/// <summary>Files that come with a request.</summary>
internal sealed record UploadSettings
{
    /// <summary>Whether they are taken.</summary>
    public bool Enabled { get; init; }

    /// <summary>How many a request may bring.</summary>
    public int MaxFiles { get; init; } = 10;

    /// <summary>The largest file, in bytes.</summary>
    public int MaxFileBytes { get; init; } = 10_485_760;

    public IEnumerable<string> Problems()
    {
        if (MaxFiles is < 1 or > 1000)
        {
            yield return $"Http:Uploads:MaxFiles is {MaxFiles}; set it between 1 and 1000.";
        }
        if (MaxFileBytes is < 1 or > 1_073_741_824)
        {
            yield return $"Http:Uploads:MaxFileBytes is {MaxFileBytes}; set it between 1 and 1073741824.";
        }
    }
}
