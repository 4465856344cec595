using IpMarketplace.GraphQL.Errors;
using IpMarketplace.Persistence.Outages;
using Microsoft.Net.Http.Headers;

namespace IpMarketplace.Api.Http;

/// <summary>Answers <c>DATABASE_UNAVAILABLE</c> where the database cannot do its work: whether anything was done, and when to try again.</summary>
internal sealed class UnavailableDatabase(IHttpContextAccessor http) : IExceptionFilter
{
    /// <summary>The value of <c>extensions.code</c>.</summary>
    public const string Code = "DATABASE_UNAVAILABLE";

    public IError? OnException(Exception exception)
    {
        if (DatabaseUnavailableException.Behind(exception) is not { } unavailable)
        {
            return null;
        }
        var seconds = (int)DatabaseOutage.Pause.TotalSeconds;
        if (http.HttpContext?.Response is { HasStarted: false } response)
        {
            response.Headers[HeaderNames.RetryAfter] = $"{seconds}";
        }
        var what = unavailable.IsUncertain
            ? "Whether it was done is not known: send it again with the same idempotencyKey."
            : "Nothing was done.";
        return ErrorBuilder.New()
            .SetMessage($"{unavailable.Message} {what} Try again in {seconds} s or later.")
            .SetCode(Code)
            .SetExtension("retryAfter", seconds)
            .SetException(exception)
            .Build();
    }
}
