using System.Collections.Immutable;
using System.Threading.Channels;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>
/// Topics inside one process. A subscriber that reads too slowly loses its oldest messages, so that no sender ever waits and memory is bounded.
/// </summary>
public sealed class InMemoryTopics : ITopicEventSender, ITopicEventReceiver
{
    private const int MessagesKept = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ImmutableArray<Subscriber>> _topics = [];

    /// <inheritdoc/>
    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken ct = default)
    {
        foreach (var subscriber in SubscribersOf(topicName))
        {
            subscriber.Offer(message);
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string topicName)
    {
        ImmutableArray<Subscriber> subscribers;
        lock (_gate)
        {
            _topics.Remove(topicName, out subscribers);
        }
        foreach (var subscriber in subscribers.IsDefault ? [] : subscribers)
        {
            subscriber.Complete();
        }
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends the streams of all present subscribers.</summary>
    public async ValueTask CompleteAllAsync()
    {
        string[] topics;
        lock (_gate)
        {
            topics = [.. _topics.Keys];
        }
        foreach (var topic in topics)
        {
            await CompleteAsync(topic);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var stream = new Stream<TMessage>(this, topicName);
        lock (_gate)
        {
            _topics[topicName] = _topics.TryGetValue(topicName, out var others) ? others.Add(stream) : [stream];
        }
        return ValueTask.FromResult<ISourceStream<TMessage>>(stream);
    }

    private ImmutableArray<Subscriber> SubscribersOf(string topicName)
    {
        lock (_gate)
        {
            return _topics.TryGetValue(topicName, out var subscribers) ? subscribers : [];
        }
    }

    private void Remove(string topicName, Subscriber subscriber)
    {
        lock (_gate)
        {
            if (!_topics.TryGetValue(topicName, out var subscribers))
            {
                return;
            }
            if (subscribers.Remove(subscriber) is { IsEmpty: false } left)
            {
                _topics[topicName] = left;
            }
            else
            {
                _topics.Remove(topicName);
            }
        }
    }

    private abstract class Subscriber
    {
        public abstract void Offer(object? message);

        public abstract void Complete();
    }

    private sealed class Stream<TMessage>(InMemoryTopics topics, string topicName) : Subscriber, ISourceStream<TMessage>
    {
        private readonly Channel<TMessage> _messages = Channel.CreateBounded<TMessage>(
            new BoundedChannelOptions(MessagesKept) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

        public override void Offer(object? message)
        {
            if (message is TMessage expected)
            {
                _messages.Writer.TryWrite(expected);
            }
        }

        public override void Complete() => _messages.Writer.TryComplete();

        public IAsyncEnumerable<TMessage> ReadEventsAsync() => _messages.Reader.ReadAllAsync();

        public ValueTask DisposeAsync()
        {
            topics.Remove(topicName, this);
            Complete();
            return ValueTask.CompletedTask;
        }
    }
}
