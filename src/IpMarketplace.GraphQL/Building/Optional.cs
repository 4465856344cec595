namespace IpMarketplace.GraphQL.Building;

/// <summary>An input that knows whether it was given at all.</summary>
public interface IOptional
{
    /// <summary>Whether the request mentioned it, if only as null.</summary>
    bool HasValue { get; }

    /// <summary>The value given; null when absent.</summary>
    object? Value { get; }
}

/// <summary>An argument or input field of type <typeparamref name="T"/> that tells absent from null.</summary>
/// <param name="Value">The value given; the default of <typeparamref name="T"/> when absent.</param>
public readonly record struct Optional<T>(T? Value) : IOptional
{
    private readonly bool _given = true;

    /// <inheritdoc/>
    public bool HasValue => _given;

    object? IOptional.Value => Value;

    /// <summary>The request did not mention it.</summary>
    public static Optional<T> Empty => default;

    /// <summary>A given value.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <summary>The value; the default of <typeparamref name="T"/> when absent.</summary>
    public static implicit operator T?(Optional<T> optional) => optional.Value;
}
