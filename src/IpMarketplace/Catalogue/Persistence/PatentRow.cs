using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue.Persistence;

/// <summary>What the catalogue reads of a patent's own row and of its texts: the columns it shows or indexes, and no others.</summary>
internal sealed class PatentRow
{
    public required long Id { get; init; }

    public required int Version { get; init; }

    public required PatentKind Kind { get; init; }

    public required string Title { get; init; }

    public required string? TitleEn { get; init; }

    public required PatentNumber? Number { get; init; }

    public required PublicationNumber? Publication { get; init; }

    public required IReadOnlyList<string> IpcSymbols { get; init; }

    public required RightStatus Status { get; init; }

    public required DateOnly? StatusConfirmedOn { get; init; }

    public required DateOnly? FilingDate { get; init; }

    public required DateOnly? PublicationDate { get; init; }

    public required DateOnly? GrantDate { get; init; }

    public required DateOnly? ExpiryDate { get; init; }

    public required DateOnly? AnnualFeeDueOn { get; init; }

    public required int? ReadinessLevel { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public required IReadOnlyList<string> KeywordsEn { get; init; }

    public required string? ApplicationField { get; init; }

    public required string? ApplicationFieldEn { get; init; }

    public required string? Abstract { get; init; }

    public required string? AbstractEn { get; init; }
}
