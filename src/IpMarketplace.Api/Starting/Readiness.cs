using System.Globalization;
using System.Text.Json;
using IpMarketplace.Following;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api.Starting;

/// <summary>Whether the server can answer from complete data. Before, requests are told to come again, and <c>/health/ready</c> says how far it is.</summary>
internal sealed class Readiness(StartProgress progress, ChangeFeedProgress feed)
{
    /// <summary>The code of the error that requests get before the server is ready.</summary>
    public const string Code = "SERVER_NOT_READY";

    private const string Health = "/health";
    private const int ShortestWait = 1;
    private const int LongestWait = 60;

    private bool _isReady;

    /// <summary>Whether it was ready once; what happens to it later is told by the health checks.</summary>
    public bool IsReady => _isReady |= progress.DatabaseIsPrepared.IsCompleted && feed.IsReady;

    /// <summary>Waits until it is ready.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        await progress.DatabaseIsPrepared.WaitAsync(ct);
        while (!IsReady)
        {
            await feed.CatchUpAsync(0, ct);
        }
    }

    /// <summary>Answers in place of everything but <c>/health/live</c> as long as the server is not ready.</summary>
    public Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (IsReady || (path.StartsWithSegments(Health) && !path.StartsWithSegments($"{Health}/ready")))
        {
            return next(context);
        }
        var state = progress.State;
        var seconds = Math.Clamp((int)Math.Ceiling(state.Left?.TotalSeconds ?? 5), ShortestWait, LongestWait);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(path.StartsWithSegments(Health) ? Report(state) : Refusal(state, seconds), context.RequestAborted);
    }

    private static string Report(StartState state) => JsonSerializer.Serialize(new
    {
        status = "Unhealthy",
        checks = new { start = "Unhealthy" },
        start = new
        {
            step = state.Step,
            done = state.Done,
            total = state.Total,
            perSecond = Math.Round(state.PerSecond, 1),
            secondsLeft = state.Left is { } left ? Math.Round(left.TotalSeconds, 1) : (double?)null,
            obstacle = state.Obstacle,
        },
    });

    private static string Refusal(StartState state, int seconds) => JsonSerializer.Serialize(new
    {
        errors = new[]
        {
            new { message = $"The server is getting ready ({Preparation.Text(state)}). Ask again in {seconds} s.", extensions = new { code = Code } },
        },
    });
}
