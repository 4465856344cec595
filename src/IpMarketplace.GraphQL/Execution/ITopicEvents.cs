namespace IpMarketplace.GraphQL.Execution;

/// <summary>Announces messages to subscriptions.</summary>
public interface ITopicEventSender
{
    /// <summary>Hands a message to every present subscriber of the topic; one who reads too slowly loses the oldest messages.</summary>
    ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken ct = default);

    /// <summary>Ends the streams of the topic's present subscribers.</summary>
    ValueTask CompleteAsync(string topicName);
}

/// <summary>Listens to messages for subscriptions.</summary>
public interface ITopicEventReceiver
{
    /// <summary>Begins to listen; messages sent after this call are received.</summary>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken ct = default);
}

/// <summary>The messages of one subscriber; disposing it ends the subscription.</summary>
public interface ISourceStream<out TMessage> : IAsyncDisposable
{
    /// <summary>The messages as they come; to be read once.</summary>
    IAsyncEnumerable<TMessage> ReadEventsAsync();
}
