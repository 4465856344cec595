using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Persistence;

/// <summary>The random number by which a database is told from every other, its own copies apart. It stands among the marks, and is drawn when it is first asked for.</summary>
internal static class DatabaseIdentity
{
    private const string Prefix = "Id:";

    /// <summary>The identity of a context's database.</summary>
    public static async Task<Guid> OfAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        return await KnownAsync() ?? await db.WriteAsync(async () =>
        {
            if (await KnownAsync() is { } drawnMeanwhile)
            {
                return drawnMeanwhile;
            }
            var drawn = Guid.NewGuid();
            var name = $"{Prefix}{drawn:N}";
            await db.Database.ExecuteSqlAsync($"INSERT INTO DatabaseMarks (Name) VALUES ({name})", ct);
            return drawn;
        }, ct);

        async Task<Guid?> KnownAsync() =>
            await db.Set<DatabaseMark>().Where(mark => mark.Name.StartsWith(Prefix)).OrderBy(mark => mark.Id).Select(mark => mark.Name).FirstOrDefaultAsync(ct) is { } name
                && Guid.TryParse(name.AsSpan(Prefix.Length), out var id) ? id : null;
    }
}
