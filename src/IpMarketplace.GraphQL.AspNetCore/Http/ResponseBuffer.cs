using System.Buffers;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>Holds a response until its length is known. The memory is rented; buffers are kept per thread.</summary>
internal sealed class ResponseBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 16 * 1024;
    private const int LargestKept = 1024 * 1024;

    [ThreadStatic]
    private static ResponseBuffer? _kept;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _written;

    private ResponseBuffer() { }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _written);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _written);

    public int Length => _written;

    public static ResponseBuffer Rent()
    {
        var buffer = _kept ?? new ResponseBuffer();
        _kept = null;
        return buffer;
    }

    public void Return()
    {
        _written = 0;
        if (_bytes.Length > LargestKept || _kept is not null)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            return;
        }
        _kept = this;
    }

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_written);
    }

    private void Reserve(int size)
    {
        if (_bytes.Length - _written >= Math.Max(size, 1))
        {
            return;
        }
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _written + size));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
