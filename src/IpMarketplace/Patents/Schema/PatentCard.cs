namespace IpMarketplace.Patents.Schema;

/// <summary>A Chinese patent or application.</summary>
/// <param name="Id">The global id.</param>
/// <param name="Version">Grows by one with every committed change; give it as <c>expectedVersion</c>.</param>
/// <param name="Number">The application number, without the ZL of a patent number: <c>201310699744.2</c>. Null where only the publication is known.</param>
/// <param name="PublicationNumber">The publication number: <c>CN117151122A</c>.</param>
/// <param name="Kind">Invention, utility model or design.</param>
/// <param name="Title">The title in the language of the application.</param>
/// <param name="TitleEn">The English title.</param>
/// <param name="Status">The legal status, as far as it was shown.</param>
/// <param name="StatusConfirmedOn">The day on which the status was last confirmed against the register; null where only a past step was shown.</param>
/// <param name="FilingDate">The filing date, from which the term counts.</param>
/// <param name="GrantDate">The day on which the grant was announced.</param>
/// <param name="ExpiryDate">The last day of the term (INV-02).</param>
/// <param name="IpcSymbols">IPC symbols, the main classification first; empty for designs.</param>
/// <param name="ReadinessLevel">Technology readiness, 1 to 9.</param>
/// <param name="Owners">The owners in the order of the register; empty only where nobody knows them.</param>
[GraphQLName("Patent")]
public sealed record PatentCard(
    [property: ID] long Id,
    int Version,
    string? Number,
    string? PublicationNumber,
    PatentKind Kind,
    string Title,
    string? TitleEn,
    RightStatus Status,
    DateOnly? StatusConfirmedOn,
    DateOnly? FilingDate,
    DateOnly? GrantDate,
    DateOnly? ExpiryDate,
    IReadOnlyList<string> IpcSymbols,
    int? ReadinessLevel,
    [property: ListSize(AssumedSize = 3)] IReadOnlyList<PatentOwnerCard> Owners)
{
    /// <summary>The WIPO technology field of the main classification (domain.md 5.2); designs have none.</summary>
    public WipoField? Field => IpcSymbols.Count > 0 && WipoField.NumberOf(IpcSymbols[0]) is { } number ? WipoField.All[number - 1] : null;

    /// <summary>The stage that the readiness level stands for.</summary>
    public Maturity? Maturity => TechnologyReadiness.StageOf(ReadinessLevel);
}
