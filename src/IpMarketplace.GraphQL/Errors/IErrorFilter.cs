namespace IpMarketplace.GraphQL.Errors;

/// <summary>Sees every error of a response before it is sent, in the order of registration, and may replace it.</summary>
public interface IErrorFilter
{
    /// <summary>Gives the error to send in place of this one; the same instance to leave it.</summary>
    IError OnError(IError error);
}
