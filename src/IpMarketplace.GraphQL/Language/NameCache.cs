using System.Text;

namespace IpMarketplace.GraphQL.Language;

/// <summary>
/// Gives equal names one string, within a document and between documents. Direct-mapped and of fixed size: a name that finds its slot taken
/// by another replaces it, so no choice of names makes it grow or slow.
/// </summary>
internal sealed class NameCache
{
    private const int Slots = 1024;
    private const int LongestName = 64;

    [ThreadStatic]
    private static NameCache? _current;

    private readonly string?[] _names = new string?[Slots];

    public static NameCache Current => _current ??= new NameCache();

    public string Get(ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestName) return Encoding.ASCII.GetString(name);
        var hash = 2166136261u;
        foreach (var letter in name) hash = (hash ^ letter) * 16777619;
        ref var slot = ref _names[(hash ^ (hash >> 16)) % Slots];
        if (slot is null || !Ascii.Equals(name, slot)) slot = Encoding.ASCII.GetString(name);
        return slot;
    }
}
