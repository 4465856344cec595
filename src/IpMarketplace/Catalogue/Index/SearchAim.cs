using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>What a search text is after: one document by its number, a class of the IPC, words, or everything. Depends on the text alone.</summary>
internal sealed record SearchAim
{
    /// <summary>The digits of an application number. Nine digits may also be the beginning of a publication number: then either is meant.</summary>
    public long? Application { get; private init; }

    /// <summary>A publication number or the beginning of one.</summary>
    public string? Publication { get; private init; }

    /// <summary>An IPC level.</summary>
    public string? IpcLevel { get; private init; }

    /// <summary>Words; a text without any finds nothing.</summary>
    public QueryText? Words { get; private init; }

    /// <summary>Reads a search text; a blank one is after everything.</summary>
    public static SearchAim Of(string? text, TextAnalyzer analyzer)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new SearchAim();
        }
        var folded = analyzer.Folding.Fold(text);
        var (application, publication) = (DocumentNumber.Application(folded), DocumentNumber.Publication(folded));
        return application is not null || publication is not null ? new SearchAim { Application = application, Publication = publication }
            : IpcLevels.Parse(folded) is { } level ? new SearchAim { IpcLevel = level }
            : new SearchAim { Words = QueryText.Read(text, analyzer) };
    }

    /// <summary>How a text that is no words was read; null for everything.</summary>
    public QueryReading? ReadAsWhole(string? text) =>
        Application is not null || Publication is not null ? new QueryReading(QueryKind.Number, [text!.Trim()], [])
        : IpcLevel is not null ? new QueryReading(QueryKind.Classification, [text!.Trim()], [])
        : null;
}
