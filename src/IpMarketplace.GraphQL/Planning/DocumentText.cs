namespace IpMarketplace.GraphQL.Planning;

/// <summary>The bytes of a document as a key: equal where every byte is. The hash is seeded per process, so no one can aim at collisions.</summary>
internal readonly struct DocumentText : IEquatable<DocumentText>
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _hash;

    public DocumentText(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        var hash = default(HashCode);
        hash.AddBytes(bytes.Span);
        _hash = hash.ToHashCode();
    }

    private DocumentText(ReadOnlyMemory<byte> bytes, int hash) => (_bytes, _hash) = (bytes, hash);

    /// <summary>The bytes themselves.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The same key over a copy of the bytes, for keeping.</summary>
    public DocumentText Copy() => new(_bytes.ToArray(), _hash);

    public bool Equals(DocumentText other) => _hash == other._hash && _bytes.Span.SequenceEqual(other._bytes.Span);

    public override bool Equals(object? obj) => obj is DocumentText other && Equals(other);

    public override int GetHashCode() => _hash;
}
