using System.Text.Json;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IpMarketplace.Api.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, or says what is missing.</summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddDbContextCheck<MarketplaceDbContext>("database", customTestQuery: CanReadAsync)
        .AddCheck<FollowersCheck>("followers");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).DisableRateLimiting();
    }

    private static async Task<bool> CanReadAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        await db.Changes.AnyAsync(ct);
        return true;
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()),
            details = report.Entries.Where(entry => entry.Value.Data.Count > 0 || entry.Value.Description is not null)
                .ToDictionary(entry => entry.Key, entry => new { says = entry.Value.Description, facts = entry.Value.Data }),
        }), context.RequestAborted);
    }
}
