namespace IpMarketplace.GraphQL.TypeSystem.Comparison;

/// <summary>The changes found so far.</summary>
internal sealed class SchemaChanges
{
    private readonly List<SchemaChange> _all = [];

    public IReadOnlyList<SchemaChange> All => _all;

    public void Add(SchemaChangeKind kind, Criticality criticality, string coordinate, string message) => _all.Add(new SchemaChange(kind, criticality, coordinate, message));

    public void Breaking(SchemaChangeKind kind, string coordinate, string message) => Add(kind, Criticality.Breaking, coordinate, message);

    public void Dangerous(SchemaChangeKind kind, string coordinate, string message) => Add(kind, Criticality.Dangerous, coordinate, message);

    public void Safe(SchemaChangeKind kind, string coordinate, string message) => Add(kind, Criticality.Safe, coordinate, message);

    public void Description(string coordinate, string? before, string? after)
    {
        if (before != after)
        {
            var how = before is null ? "was added" : after is null ? "was removed" : "changed";
            Safe(SchemaChangeKind.DescriptionChanged, coordinate, $"The description of {coordinate} {how}.");
        }
    }

    public void Deprecation(string coordinate, string? before, string? after)
    {
        if (before != after)
        {
            Safe(
                SchemaChangeKind.DeprecationChanged,
                coordinate,
                after is null ? $"{coordinate} is no longer deprecated." : before is null ? $"{coordinate} is deprecated: {after}" : $"{coordinate} is deprecated for another reason: {after}");
        }
    }

    /// <summary>Puts the old and the new version of each member side by side; null on the side where there is none.</summary>
    public static IEnumerable<(T? Old, T? New)> Pair<T>(IEnumerable<T> from, IEnumerable<T> to, Func<T, string> name) where T : class
    {
        var after = to.ToDictionary(name);
        foreach (var old in from)
        {
            after.Remove(name(old), out var @new);
            yield return (old, @new);
        }
        foreach (var added in after.Values)
        {
            yield return (null, added);
        }
    }
}
