using IpMarketplace.GraphQL.Execution;

namespace IpMarketplace.GraphQL.Tests.Execution;

public sealed class InMemoryTopicsTests
{
    [Fact]
    public async Task Every_subscriber_of_the_topic_hears_what_is_sent_after_it_came()
    {
        var topics = new InMemoryTopics();
        await topics.SendAsync("patents", 0);
        await using var one = await topics.SubscribeAsync<int>("patents");
        await using var two = await topics.SubscribeAsync<int>("patents");
        await using var other = await topics.SubscribeAsync<int>("licences");

        await topics.SendAsync("patents", 1);
        await topics.SendAsync("patents", 2);
        await topics.CompleteAsync("patents");
        await topics.CompleteAsync("licences");

        Assert.Equal([1, 2], await ToListAsync(one));
        Assert.Equal([1, 2], await ToListAsync(two));
        Assert.Empty(await ToListAsync(other));
    }

    [Fact]
    public async Task A_slow_subscriber_loses_the_oldest_messages()
    {
        var topics = new InMemoryTopics();
        await using var slow = await topics.SubscribeAsync<int>("patents");

        for (var i = 1; i <= 100; i++)
        {
            await topics.SendAsync("patents", i);
        }
        await topics.CompleteAsync("patents");

        Assert.Equal(Enumerable.Range(37, 64), await ToListAsync(slow));
    }

    [Fact]
    public async Task Who_has_left_hears_nothing_more()
    {
        var topics = new InMemoryTopics();
        var left = await topics.SubscribeAsync<int>("patents");
        await left.DisposeAsync();

        await topics.SendAsync("patents", 1);

        Assert.Empty(await ToListAsync(left));
    }

    private static async Task<List<T>> ToListAsync<T>(ISourceStream<T> stream)
    {
        var messages = new List<T>();
        await foreach (var message in stream.ReadEventsAsync())
        {
            messages.Add(message);
        }
        return messages;
    }
}
