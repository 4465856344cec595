namespace IpMarketplace.GraphQL.Errors;

/// <summary>Knows exceptions that are no fault of the program: they are answered as it says, and not logged as unexpected.</summary>
public interface IExceptionFilter
{
    /// <summary>The error to answer; null when the exception is not known.</summary>
    IError? OnException(Exception exception);
}
