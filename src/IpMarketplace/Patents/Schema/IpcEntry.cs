using IpMarketplace.Organizations;
using IpMarketplace.Patents.Persistence;

namespace IpMarketplace.Patents.Schema;

/// <summary>A symbol of the International Patent Classification.</summary>
/// <param name="Symbol">The symbol, such as H01M 10/0525.</param>
public sealed record IpcEntry(string Symbol);

/// <summary>What a symbol is called.</summary>
[ObjectType<IpcEntry>]
public static partial class IpcEntryNode
{
    /// <summary>The closest term of the loaded edition: the main group, else subclass, class or section.</summary>
    public static Task<VocabularyTerm?> GetTermAsync([Parent] IpcEntry entry, IpcTermBySymbolDataLoader terms, CancellationToken ct) => terms.LoadAsync(entry.Symbol, ct);
}
