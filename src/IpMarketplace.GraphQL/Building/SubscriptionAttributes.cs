namespace IpMarketplace.GraphQL.Building;

/// <summary>The method is a subscription field; it runs once per event.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>The static method of the class that returns the stream of events; null when the stream is the field's topic.</summary>
    public string? With { get; set; }
}

/// <summary>On a method: the topic of the subscription, <c>{argument}</c> standing for an argument's value. On a parameter: its value is the topic.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class TopicAttribute(string? name = null) : Attribute
{
    /// <summary>The topic or its pattern; null for the name of the method, as <c>nameof</c> gives it.</summary>
    public string? Name { get; } = name;
}

/// <summary>The parameter receives the event.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
