namespace IpMarketplace.Persistence.Import;

/// <summary>How an import goes about its file.</summary>
/// <param name="BatchSize">Lines a transaction.</param>
/// <param name="DryRun">Whether everything is checked and reported but nothing kept.</param>
public sealed record ImportOptions(int BatchSize = ImportRun.DefaultBatchSize, bool DryRun = false);
