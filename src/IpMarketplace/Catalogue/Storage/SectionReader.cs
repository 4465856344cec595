using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace IpMarketplace.Catalogue.Storage;

/// <summary>
/// Reads what <see cref="SectionWriter"/> wrote, arrays straight into their memory. Nothing longer than the rest of the section is ever reserved. What was read
/// may be used only after <see cref="End"/> has found the hash right.
/// </summary>
/// <exception cref="InvalidDataException">The section ends too early, or is not what was written.</exception>
internal sealed class SectionReader(SafeFileHandle file, StoredSection section) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[1 << 16];
    private long _position = section.Start;
    private long _left = section.Length;
    private int _next;
    private int _end;

    private long Left => _left + _end - _next;

    /// <summary>One number.</summary>
    public T Read<T>() where T : unmanaged
    {
        T value = default;
        Fill(MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }

    /// <summary>All numbers of an array.</summary>
    public T[] ReadArray<T>() where T : unmanaged
    {
        var length = Read<int>();
        if (length < 0 || length > Left / Unsafe.SizeOf<T>())
        {
            throw new InvalidDataException("an array is longer than its section");
        }
        var values = GC.AllocateUninitializedArray<T>(length);
        Fill(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>All numbers of an array that has a certain length.</summary>
    public T[] ReadArray<T>(int length) where T : unmanaged =>
        ReadArray<T>() is var values && values.Length == length ? values : throw new InvalidDataException("an array has another length than its neighbours");

    /// <summary>A text.</summary>
    public string ReadText() => Encoding.UTF8.GetString(ReadArray<byte>());

    /// <summary>A number of things to follow, of which each takes at least a byte.</summary>
    public int ReadCount() => Read<int>() is var count && count >= 0 && count <= Left ? count : throw new InvalidDataException("a count is larger than its section");

    /// <summary>Checks that the section ends here and has its hash.</summary>
    public void End()
    {
        if (Left != 0 || !_hash.GetCurrentHash().AsSpan().SequenceEqual(section.Hash))
        {
            throw new InvalidDataException("a section is damaged");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void Fill(Span<byte> bytes)
    {
        if (bytes.Length > Left)
        {
            throw new InvalidDataException("a section ends too early");
        }
        var kept = Math.Min(bytes.Length, _end - _next);
        _buffer.AsSpan(_next, kept).CopyTo(bytes);
        _next += kept;
        var rest = bytes[kept..];
        if (rest.Length >= _buffer.Length)
        {
            Load(rest);
        }
        else if (rest.Length > 0)
        {
            _end = (int)Math.Min(_buffer.Length, _left);
            Load(_buffer.AsSpan(0, _end));
            _buffer.AsSpan(0, rest.Length).CopyTo(rest);
            _next = rest.Length;
        }
    }

    private void Load(Span<byte> bytes)
    {
        for (var done = 0; done < bytes.Length;)
        {
            var count = RandomAccess.Read(file, bytes[done..], _position + done);
            done += count > 0 ? count : throw new InvalidDataException("it is cut off");
        }
        _hash.AppendData(bytes);
        _position += bytes.Length;
        _left -= bytes.Length;
    }
}
