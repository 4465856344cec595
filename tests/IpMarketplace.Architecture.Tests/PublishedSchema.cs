using IpMarketplace.Api;
using IpMarketplace.GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Architecture.Tests;

/// <summary>The schema as the server builds it; nothing is started and no database is touched.</summary>
public static class PublishedSchema
{
    private static readonly Lazy<Schema> Built = new(() =>
    {
        var data = Path.Combine(Path.GetTempPath(), $"ipmarketplace-{Guid.NewGuid():N}");
        return MarketplaceServer.Build(["--environment=Development", "--Demo:Enabled=false", $"--Database:DataDirectory={data}"]).Services.GetRequiredService<Schema>();
    });

    public static Schema Value => Built.Value;

    /// <summary>The fields of the root types.</summary>
    public static IEnumerable<OutputField> RootFields =>
        new[] { Value.QueryType, Value.MutationType, Value.SubscriptionType }.OfType<ObjectType>().SelectMany(type => type.Fields);
}
