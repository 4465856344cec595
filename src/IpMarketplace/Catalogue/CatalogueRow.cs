using IpMarketplace.Catalogue.Index;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue;

/// <summary>A patent as the catalogue shows it, read from memory: what a list or a card needs. A handle of two words, valid as long as it is held.</summary>
public sealed class CatalogueRow
{
    private readonly PatentCatalogue _catalogue;
    private readonly CatalogueSegment _segment;
    private readonly int _document;

    internal CatalogueRow(PatentCatalogue catalogue, CatalogueSegment segment, int document)
    {
        _catalogue = catalogue;
        _segment = segment;
        _document = document;
    }

    /// <summary>The patent's key.</summary>
    public long Id => Card.PatentId;

    /// <summary>The version of the patent that is shown.</summary>
    public int Version => Card.Version;

    /// <summary>The title in the language of the application.</summary>
    public string Title => Read(CardText.Title) ?? "";

    /// <summary>The English title.</summary>
    public string? TitleEn => Read(CardText.TitleEn);

    /// <summary>The application number with its check digit.</summary>
    public string? Number => Card.Number == 0 ? null : DocumentNumber.Spell(Card.Number);

    /// <summary>The publication number.</summary>
    public string? Publication => Read(CardText.Publication);

    /// <summary>The kind.</summary>
    public PatentKind Kind => (PatentKind)(Facet(CatalogueFacet.PatentKind) - 1);

    /// <summary>The legal status of the right.</summary>
    public RightStatus Status => (RightStatus)Card.Status;

    /// <summary>The day on which the status was last confirmed against the register.</summary>
    public DateOnly? StatusConfirmedOn => Day(Card.StatusConfirmedDay);

    /// <summary>IPC symbols, the main classification first.</summary>
    public IReadOnlyList<string> IpcSymbols => Read(CardText.IpcSymbols)?.Split('\n') ?? [];

    /// <summary>The WIPO technology field.</summary>
    public int? FieldNumber => Facet(CatalogueFacet.Field) is > 0 and var number ? number : null;

    /// <summary>The filing date.</summary>
    public DateOnly? FilingDate => Day(Card.FilingDay);

    /// <summary>The day of the publication.</summary>
    public DateOnly? PublicationDate => Day(Card.PublicationDay);

    /// <summary>The day of the grant.</summary>
    public DateOnly? GrantDate => Day(Card.GrantDay);

    /// <summary>The last day of the term.</summary>
    public DateOnly? ExpiryDate => Day(Card.ExpiryDay);

    /// <summary>Technology readiness, 1 to 9.</summary>
    public int? ReadinessLevel => Card.ReadinessLevel == 0 ? null : Card.ReadinessLevel;

    /// <summary>The owners in the order of the register.</summary>
    public IReadOnlyList<PatentOwner> Owners => _catalogue.Owners[Card.Owners];

    /// <summary>An owner that is registered here.</summary>
    public Organization? OrganizationOf(PatentOwner owner) => owner.OrganizationId is { } id ? _catalogue.Organization(id) : null;

    /// <summary>The first owner that is registered here.</summary>
    public Organization? Institution => Owners.FirstOrDefault(owner => owner.OrganizationId is not null)?.OrganizationId is { } id ? _catalogue.Organization(id) : null;

    /// <summary>What is offered; null while nothing is.</summary>
    public CatalogueOffer? Offer => _segment.Offers[_document];

    /// <summary>The segment read from: another one once the patent has changed.</summary>
    internal CatalogueSegment Segment => _segment;

    /// <summary>The bytes that the texts of the card take.</summary>
    internal int TextBytes => _segment.Texts.AllOf(Card.TextStart).Length;

    private ref readonly CatalogueCard Card => ref _segment.Cards[_document];

    private string? Read(CardText text) => _segment.Texts.Read(Card.TextStart, text);

    /// <summary>The value of a facet, as <see cref="CatalogueFacet"/> numbers it.</summary>
    internal int Facet(CatalogueFacet facet) => _segment.Facets[(int)facet][_document];

    private static DateOnly? Day(int number) => number == 0 ? null : DateOnly.FromDayNumber(number);
}
