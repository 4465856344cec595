namespace IpMarketplace.GraphQL.Building;

/// <summary>The mutation may answer with this error. An exception class is caught; it or the class named has a static <c>CreateErrorFrom(TException)</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class ErrorAttribute(Type errorType) : Attribute
{
    /// <summary>The class of the error.</summary>
    public Type ErrorType { get; } = errorType;
}

/// <summary>The mutation may answer with a <typeparamref name="TError"/>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<TError> : ErrorAttribute
{
    /// <summary>The mutation may answer with a <typeparamref name="TError"/>.</summary>
    public ErrorAttribute() : base(typeof(TError))
    {
    }
}

/// <summary>Departs from the mutation conventions for one mutation.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseMutationConventionAttribute : Attribute
{
    /// <summary>Leaves the field as the method has it: no input, no payload.</summary>
    public bool Disable { get; set; }

    /// <summary>The payload's field for the result; the camel-cased type name when not given.</summary>
    public string? PayloadFieldName { get; set; }

    /// <summary>The payload's type name; <c>XPayload</c> when not given.</summary>
    public string? PayloadTypeName { get; set; }

    /// <summary>The name of the gathered input type; <c>XInput</c> when not given.</summary>
    public string? InputTypeName { get; set; }
}
