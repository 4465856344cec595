namespace IpMarketplace.Catalogue;

/// <summary>A search.</summary>
/// <param name="Text">What is searched for, in Chinese or English, or a patent number, or an IPC symbol; blank for everything.</param>
/// <param name="Filter">To what the list is narrowed.</param>
/// <param name="Order">How it is ordered.</param>
/// <param name="Page">Which part of it is wanted.</param>
public sealed record CatalogueRequest(string? Text, CatalogueFilter Filter, PatentOrder Order, CataloguePage Page)
{
    /// <summary>Whether nothing is searched for: the list is the whole catalogue.</summary>
    internal bool IsForEverything => string.IsNullOrWhiteSpace(Text) && Filter.Equals(CatalogueFilter.None);

    /// <summary>The memory that the request takes while its answer is kept, in bytes, roughly.</summary>
    internal long Bytes => 300 + 2L * (Text?.Length ?? 0) + Filter.Bytes + Page.Bytes;
}

/// <summary>Which part of an ordered list is wanted.</summary>
/// <param name="Size">The most patents.</param>
/// <param name="After">Only what follows this place.</param>
/// <param name="Before">Only what precedes this place.</param>
/// <param name="FromEnd">Whether the part is counted from the end of what remains.</param>
public sealed record CataloguePage(int Size, CataloguePlace? After = null, CataloguePlace? Before = null, bool FromEnd = false)
{
    /// <summary>The yardstick that the list was begun with, if it was.</summary>
    internal string? Yardstick => After?.Yardstick ?? Before?.Yardstick;

    /// <summary>The memory held, roughly.</summary>
    internal long Bytes => 2L * ((After?.Yardstick?.Length ?? 0) + (Before?.Yardstick?.Length ?? 0));
}
