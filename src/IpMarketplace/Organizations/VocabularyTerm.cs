namespace IpMarketplace.Organizations;

/// <summary>One term of a vocabulary, such as IPC subclass <c>H01M</c> or region <c>330100</c>.</summary>
public sealed class VocabularyTerm
{
    /// <summary>The longest title that is stored.</summary>
    public const int NameLength = 1000;

    /// <summary>The vocabulary.</summary>
    public required VocabularyScheme Scheme { get; init; }

    /// <summary>The code, unique in its vocabulary.</summary>
    public required string Code { get; init; }

    /// <summary>The code of the wider term.</summary>
    public string? ParentCode { get; set; }

    /// <summary>The Chinese name.</summary>
    public required string Name { get; set; }

    /// <summary>The English name.</summary>
    public string? NameEn { get; set; }
}
