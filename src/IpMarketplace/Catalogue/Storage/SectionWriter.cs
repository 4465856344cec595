using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace IpMarketplace.Catalogue.Storage;

/// <summary>Writes one section of a stored catalogue: numbers as they lie in memory, arrays and texts with their length before them.</summary>
internal sealed class SectionWriter(Stream stream) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly long _start = stream.Position;

    /// <summary>One number.</summary>
    public void Write<T>(T value) where T : unmanaged => WriteBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    /// <summary>All numbers of an array.</summary>
    public void WriteArray<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        Write(values.Length);
        WriteBytes(MemoryMarshal.AsBytes(values));
    }

    /// <summary>A text.</summary>
    public void WriteText(string text) => WriteArray<byte>(Encoding.UTF8.GetBytes(text));

    /// <summary>Ends the section.</summary>
    public StoredSection End() => new(_start, stream.Position - _start, _hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        stream.Write(bytes);
    }
}
