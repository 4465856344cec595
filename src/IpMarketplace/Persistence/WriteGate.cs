namespace IpMarketplace.Persistence;

/// <summary>
/// The queue of this process' writers. The database's own lock keeps other processes out; waiting here instead of there
/// is fair, blocks no thread and holds no connection.
/// </summary>
internal sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _turns = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        return new Turn(_turns);
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
