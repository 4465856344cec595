using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>What a search text is after: one document by its number, a class of the IPC, words, or everything.</summary>
internal sealed record SearchAim
{
    /// <summary>The digits of an application number. Nine digits may also be the beginning of a publication number: then either is meant.</summary>
    public long? Application { get; private init; }

    /// <summary>A publication number or the beginning of one.</summary>
    public string? Publication { get; private init; }

    /// <summary>An IPC level.</summary>
    public string? IpcLevel { get; private init; }

    /// <summary>Words; no terms when none of them occurs anywhere.</summary>
    public TextQuery? Words { get; private init; }

    /// <summary>Reads a search text. Generic words alone ("a method") do not narrow: they are after everything.</summary>
    public static SearchAim Of(string? text, TextAnalyzer analyzer, CatalogueSnapshot snapshot)
    {
        if (text is null)
        {
            return new SearchAim();
        }
        var folded = analyzer.Folding.Fold(text);
        var (application, publication) = (DocumentNumber.Application(folded), DocumentNumber.Publication(folded));
        return application is not null || publication is not null ? new SearchAim { Application = application, Publication = publication }
            : IpcLevels.Parse(folded) is { } level ? new SearchAim { IpcLevel = level }
            : analyzer.SaysSomething(text) ? new SearchAim { Words = TextQuery.Of(text, null, analyzer, snapshot) }
            : new SearchAim();
    }
}
