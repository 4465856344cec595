namespace IpMarketplace.Patents;

/// <summary>The long texts of a patent, kept apart so that lists never carry them.</summary>
public sealed class PatentText
{
    /// <summary>The patent's key, and this row's.</summary>
    public long PatentId { get; private set; }

    /// <summary>The abstract in the language of the application.</summary>
    public string? Abstract { get; internal set; }

    /// <summary>The English abstract.</summary>
    public string? AbstractEn { get; internal set; }

    /// <summary>The claims, or the first of them.</summary>
    public string? Claims { get; internal set; }

    /// <summary>The English claims.</summary>
    public string? ClaimsEn { get; internal set; }
}
