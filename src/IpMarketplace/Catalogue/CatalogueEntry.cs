using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue;

/// <summary>Everything the catalogue takes in of one patent. The long texts are indexed, not kept.</summary>
/// <param name="PatentId">The patent.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Title">The title in the language of the application.</param>
public sealed record CatalogueEntry(long PatentId, int Version, PatentKind Kind, string Title)
{
    /// <summary>The English title.</summary>
    public string? TitleEn { get; init; }

    /// <summary>The application number.</summary>
    public PatentNumber? Number { get; init; }

    /// <summary>The publication number.</summary>
    public PublicationNumber? Publication { get; init; }

    /// <summary>IPC symbols, the main classification first.</summary>
    public IReadOnlyList<string> IpcSymbols { get; init; } = [];

    /// <summary>The legal status of the right.</summary>
    public RightStatus Status { get; init; }

    /// <summary>The day on which the status was last confirmed against the register.</summary>
    public DateOnly? StatusConfirmedOn { get; init; }

    /// <summary>The filing date.</summary>
    public DateOnly? FilingDate { get; init; }

    /// <summary>The day of the publication.</summary>
    public DateOnly? PublicationDate { get; init; }

    /// <summary>The day on which the grant was announced.</summary>
    public DateOnly? GrantDate { get; init; }

    /// <summary>The last day of the term.</summary>
    public DateOnly? ExpiryDate { get; init; }

    /// <summary>Technology readiness, 1 to 9.</summary>
    public int? ReadinessLevel { get; init; }

    /// <summary>The owners in the order of the register.</summary>
    public IReadOnlyList<PatentOwner> Owners { get; init; } = [];

    /// <summary>Those of the owners that are registered here, in the same order.</summary>
    public IReadOnlyList<Organization> Registered { get; init; } = [];

    /// <summary>The institution shown: the first owner that is registered here.</summary>
    public Organization? Institution => Registered is [var first, ..] ? first : null;

    /// <summary>Keywords in both languages; they count as much as the title.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Abstracts, application fields and the texts of published listings, in both languages.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>What is offered; null while nothing is.</summary>
    public CatalogueOffer? Offer { get; init; }
}
