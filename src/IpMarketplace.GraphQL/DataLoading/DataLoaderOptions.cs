namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>Limits of a data loader.</summary>
public sealed class DataLoaderOptions
{
    /// <summary>The most keys that one batch asks for, from 1; more keys make more batches.</summary>
    public int MaxBatchSize { get; set; } = 1024;
}
