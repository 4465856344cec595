namespace IpMarketplace.GraphQL.Building;

/// <summary>What a mutation answers: a value or an error of its error union.</summary>
public interface IFieldResult
{
    /// <summary>Whether <see cref="Value"/> is the result and not an error.</summary>
    bool IsSuccess { get; }

    /// <summary>The result, or the error.</summary>
    object? Value { get; }
}

/// <summary>A <typeparamref name="TResult"/>, or an error that the mutation declares by <see cref="ErrorAttribute{TError}"/>.</summary>
public readonly struct FieldResult<TResult> : IFieldResult
{
    /// <summary>A result.</summary>
    public FieldResult(TResult value)
    {
        Value = value;
        IsSuccess = true;
    }

    /// <summary>An error, or several as a sequence.</summary>
    public FieldResult(object error) => Value = error ?? throw new ArgumentNullException(nameof(error));

    /// <inheritdoc/>
    public bool IsSuccess { get; }

    /// <summary>Whether <see cref="Value"/> is an error.</summary>
    public bool IsError => !IsSuccess;

    /// <inheritdoc/>
    public object? Value { get; }

    /// <summary>The value is a result.</summary>
    public static implicit operator FieldResult<TResult>(TResult value) => new(value);
}

/// <summary>A <typeparamref name="TResult"/> or a <typeparamref name="TError"/>, which needs no further declaration.</summary>
public readonly struct FieldResult<TResult, TError> : IFieldResult where TError : class
{
    /// <summary>A result.</summary>
    public FieldResult(TResult value)
    {
        Value = value;
        IsSuccess = true;
    }

    /// <summary>An error.</summary>
    public FieldResult(TError error) => Value = error ?? throw new ArgumentNullException(nameof(error));

    /// <inheritdoc/>
    public bool IsSuccess { get; }

    /// <summary>Whether <see cref="Value"/> is an error.</summary>
    public bool IsError => !IsSuccess;

    /// <inheritdoc/>
    public object? Value { get; }

    /// <summary>The value is a result.</summary>
    public static implicit operator FieldResult<TResult, TError>(TResult value) => new(value);

    /// <summary>The value is an error.</summary>
    public static implicit operator FieldResult<TResult, TError>(TError error) => new(error);
}
