using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.Tests.Building.Bookshop;

namespace IpMarketplace.GraphQL.Tests.Building;

public sealed class SubscriptionTests
{
    [Fact]
    public async Task A_topic_takes_the_values_of_arguments()
    {
        var shop = new Shop();
        await using var stream = (ResponseStream)await shop.ExecuteAsync($$"""subscription { bookArrived(authorId: "{{Ids.Author(2)}}") { title } }""");
        var book = shop.Service<Stock>().Books[2];

        await shop.Service<ITopicEventSender>().SendAsync("books/1", shop.Service<Stock>().Books[0]);
        await shop.Service<ITopicEventSender>().SendAsync("books/2", book);
        await shop.Service<ITopicEventSender>().CompleteAsync("books/2");

        Assert.Equal(["""{"data":{"bookArrived":{"title":"Rickshaw Boy"}}}"""], await ReadAsync(stream));
    }

    [Fact]
    public async Task A_stream_of_its_own_takes_arguments()
    {
        await using var stream = (ResponseStream)await new Shop().ExecuteAsync("subscription { ticked(from: 4) }");

        Assert.Equal(["""{"data":{"ticked":4}}""", """{"data":{"ticked":5}}"""], await ReadAsync(stream));
    }

    private static async Task<List<string>> ReadAsync(ResponseStream stream)
    {
        var responses = new List<string>();
        await foreach (var response in stream.ReadResultsAsync())
        {
            responses.Add(response.ToJson());
            await response.DisposeAsync();
        }
        return responses;
    }
}
