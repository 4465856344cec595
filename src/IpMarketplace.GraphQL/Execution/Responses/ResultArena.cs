using System.Collections.Concurrent;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.Execution.Responses;

/// <summary>The memory of one response: slots and nodes that are handed out in order and given back all at once. Arenas are pooled.</summary>
internal sealed class ResultArena
{
    private const int ChunkSize = 512;
    private const int ChunksKept = 64;
    private const int NodesKept = 4096;

    private static readonly ConcurrentQueue<ResultArena> Pool = new();
    private static readonly int PoolSize = Environment.ProcessorCount * 4;
    private static int _pooled;

    private readonly List<FieldValue[]> _chunks = [new FieldValue[ChunkSize]];
    private readonly List<FieldValue[]> _large = [];
    private readonly List<ObjectResult> _objects = [];
    private readonly List<ListResult> _lists = [];
    private int _chunk;
    private int _used;
    private int _objectsUsed;
    private int _listsUsed;

    private ResultArena() { }

    public static ResultArena Rent()
    {
        if (Pool.TryDequeue(out var arena))
        {
            Interlocked.Decrement(ref _pooled);
            return arena;
        }
        return new ResultArena();
    }

    /// <summary>Gives the arena back. Nothing made in it may be used any more.</summary>
    public void Return()
    {
        Clear();
        if (Interlocked.Increment(ref _pooled) <= PoolSize)
        {
            Pool.Enqueue(this);
            return;
        }
        Interlocked.Decrement(ref _pooled);
    }

    public ObjectResult NewObject(SelectionSet set, ResultNode? parent, int index)
    {
        if (_objectsUsed == _objects.Count)
        {
            _objects.Add(new ObjectResult());
        }
        var node = _objects[_objectsUsed++];
        var slots = Take(set.Span.Length, out var offset);
        node.Initialize(set, parent, index, slots, offset);
        return node;
    }

    public ListResult NewList(ValueShape shape, ResultNode parent, int index, int count)
    {
        if (_listsUsed == _lists.Count)
        {
            _lists.Add(new ListResult());
        }
        var node = _lists[_listsUsed++];
        var slots = Take(count, out var offset);
        node.Initialize(shape, parent, index, count, slots, offset);
        return node;
    }

    private FieldValue[] Take(int count, out int offset)
    {
        if (count > ChunkSize)
        {
            offset = 0;
            var slots = new FieldValue[count];
            _large.Add(slots);
            return slots;
        }
        if (_used + count > ChunkSize)
        {
            _used = 0;
            if (++_chunk == _chunks.Count)
            {
                _chunks.Add(new FieldValue[ChunkSize]);
            }
        }
        offset = _used;
        _used += count;
        return _chunks[_chunk];
    }

    private void Clear()
    {
        for (var i = 0; i < _chunk; i++)
        {
            Array.Clear(_chunks[i]);
        }
        Array.Clear(_chunks[_chunk], 0, _used);
        for (var i = 0; i < _objectsUsed; i++)
        {
            _objects[i].Release();
        }
        for (var i = 0; i < _listsUsed; i++)
        {
            _lists[i].Release();
        }
        Shrink(_chunks, ChunksKept);
        Shrink(_objects, NodesKept);
        Shrink(_lists, NodesKept);
        _large.Clear();
        (_chunk, _used, _objectsUsed, _listsUsed) = (0, 0, 0, 0);
    }

    private static void Shrink<T>(List<T> list, int kept)
    {
        if (list.Count > kept)
        {
            list.RemoveRange(kept, list.Count - kept);
            list.Capacity = kept;
        }
    }
}
