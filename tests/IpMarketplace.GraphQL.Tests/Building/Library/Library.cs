using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.Tests.Building.Library;

/// <summary>How a loan stands.</summary>
[EnumType("LoanStatus")]
public enum LoanState
{
    Open,

    [GraphQLName("OVER")]
    [GraphQLDescription("The day has passed.")]
    Overdue,
}

[InterfaceType]
[GraphQLDescription("What can be lent.")]
public interface ILent
{
    int Shelf { get; }
}

/// <summary>Not this sentence.</summary>
[ObjectType("LentVolume")]
[GraphQLDescription("A volume of the library.")]
public sealed record Volume(
    [property: ID] int Id,
    [property: GraphQLType<LongType>] int Pages,
    [property: Cost(3)] string Title,
    int Shelf) : ILent;

/// <summary>A reader.</summary>
public sealed record Reader(int Id, string Name);

[InterfaceType<ILent>]
public static partial class LentNode
{
    /// <summary>The shelf as the label has it.</summary>
    public static string GetLabel([Parent] ILent lent) => $"S{lent.Shelf}";
}

[ObjectType<Volume>]
public static partial class VolumeNode
{
    /// <summary>Who has it.</summary>
    public static async Task<Reader?> GetHolderAsync([Parent] Volume volume, HolderByVolume holders, CancellationToken ct) => await holders.LoadAsync(volume.Id, ct);

    /// <summary>Who waits for it.</summary>
    [ListSize(AssumedSize = 7)]
    public static async Task<IEnumerable<Reader>> GetWaitingAsync([Parent] Volume volume, WaitingByVolume waiting, CancellationToken ct) => await waiting.LoadAsync(volume.Id, ct) ?? [];
}

[ExtendObjectType<Reader>]
public static partial class ReaderNode
{
    public static string GetGreeting([Parent] Reader reader, [Service] Greeter greeter, [Service("formal")] Greeter formal) => $"{greeter.Word} {reader.Name}, {formal.Word}";
}

public sealed record Greeter(string Word);

/// <summary>Where to look.</summary>
[InputObjectType("Place")]
public sealed record PlaceToLook(int Shelf, [property: DefaultValue(null)] string? Room, [property: GraphQLDescription("In centimetres.")] double Height = 1.5);

public sealed class HolderByVolume(IBatchScheduler batchScheduler, DataLoaderOptions options, Batches batches) : BatchDataLoader<int, Reader>(batchScheduler, options)
{
    protected override Task<IReadOnlyDictionary<int, Reader>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken ct)
    {
        batches.Seen.Add($"holders {string.Join(',', keys)}");
        return Task.FromResult<IReadOnlyDictionary<int, Reader>>(keys.Where(key => key != 2).ToDictionary(key => key, key => new Reader(key, $"R{key}")));
    }
}

public sealed class WaitingByVolume(IBatchScheduler batchScheduler, DataLoaderOptions options, Batches batches) : GroupedDataLoader<int, Reader>(batchScheduler, options)
{
    protected override Task<ILookup<int, Reader>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken ct)
    {
        batches.Seen.Add($"waiting {string.Join(',', keys)}");
        return Task.FromResult(keys.SelectMany(key => Enumerable.Repeat(key, key - 1)).ToLookup(key => key, key => new Reader(key, $"W{key}")));
    }
}

/// <summary>What the data loaders were asked for.</summary>
public sealed class Batches
{
    public List<string> Seen { get; } = [];
}
