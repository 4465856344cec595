using System.Globalization;
using System.Text;

namespace IpMarketplace.GraphQL.Errors;

/// <summary>A position in the response: response names and list indexes from the root (spec 7.1.2, "path"). Immutable; equal by content.</summary>
public abstract class Path : IEquatable<Path>
{
    private protected Path(Path? parent)
    {
        Parent = parent;
        Length = parent is null ? 0 : parent.Length + 1;
    }

    /// <summary>The root of the response; it has no segment of its own.</summary>
    public static Path Root { get; } = new RootPathSegment();

    /// <summary>The path without its last segment; null at the root.</summary>
    public Path? Parent { get; }

    /// <summary>How many segments the path has; 0 at the root.</summary>
    public int Length { get; }

    /// <summary>Whether this is the root.</summary>
    public bool IsRoot => Parent is null;

    /// <summary>The path of a member of the object at this path.</summary>
    public Path Append(string name) => new NamePathSegment(this, name);

    /// <summary>The path of an item of the list at this path.</summary>
    public Path Append(int index) => new IndexerPathSegment(this, index);

    /// <summary>The segments from the root: <see cref="string"/> for names, <see cref="int"/> for indexes.</summary>
    public IReadOnlyList<object> ToList()
    {
        var segments = new object[Length];
        for (var (path, i) = (this, Length - 1); i >= 0; path = path.Parent!, i--)
        {
            segments[i] = path.Segment;
        }
        return segments;
    }

    /// <summary>Builds a path from names and indexes.</summary>
    public static Path FromList(params IEnumerable<object> segments)
    {
        var path = Root;
        foreach (var segment in segments)
        {
            path = segment is string name ? path.Append(name) : path.Append(Convert.ToInt32(segment, CultureInfo.InvariantCulture));
        }
        return path;
    }

    /// <summary>The path as people read it: <c>/patents/nodes[3]/title</c>.</summary>
    public string Print()
    {
        var text = new StringBuilder();
        foreach (var segment in ToList())
        {
            _ = segment is string name ? text.Append('/').Append(name) : text.Append('[').Append(segment).Append(']');
        }
        return text.Length == 0 ? "/" : text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(Path? other)
    {
        if (other is null || other.Length != Length)
        {
            return false;
        }
        for (var (left, right) = (this, other); !left.IsRoot; left = left.Parent!, right = right.Parent!)
        {
            if (ReferenceEquals(left, right))
            {
                return true;
            }
            if (!left.Segment.Equals(right.Segment))
            {
                return false;
            }
        }
        return true;
    }

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Path);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => IsRoot ? 0 : HashCode.Combine(Parent, Segment);

    /// <inheritdoc/>
    public sealed override string ToString() => Print();

    private protected abstract object Segment { get; }

    private sealed class RootPathSegment() : Path(null)
    {
        private protected override object Segment => string.Empty;
    }
}

/// <summary>A step into an object, by response name.</summary>
public sealed class NamePathSegment : Path
{
    internal NamePathSegment(Path parent, string name) : base(parent) => Name = name;

    /// <summary>The response name: the alias, or the field's name.</summary>
    public string Name { get; }

    private protected override object Segment => Name;
}

/// <summary>A step into a list, by index from 0.</summary>
public sealed class IndexerPathSegment : Path
{
    internal IndexerPathSegment(Path parent, int index) : base(parent) => Index = index;

    /// <summary>The item's index, from 0.</summary>
    public int Index { get; }

    private protected override object Segment => Index;
}
