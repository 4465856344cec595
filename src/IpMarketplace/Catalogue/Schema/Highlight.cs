using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>In which text something matched.</summary>
public enum HighlightField
{
    /// <summary>The title in the language of the application.</summary>
    Title,

    /// <summary>The English title.</summary>
    TitleEn,

    /// <summary>The abstract in the language of the application.</summary>
    Abstract,

    /// <summary>The English abstract.</summary>
    AbstractEn,
}

/// <summary>A text in which something matched.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Fragments">The whole text, cut where marking begins and ends.</param>
public sealed record Highlight(HighlightField Field, IReadOnlyList<TextFragment> Fragments)
{
    internal static IEnumerable<Highlight> In(HighlightField field, string? text, Highlighter highlighter) =>
        text is not null && highlighter.Mark(text) is { } fragments ? [new Highlight(field, fragments)] : [];
}
