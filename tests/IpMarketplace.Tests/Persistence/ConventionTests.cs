using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Persistence;

public sealed class ConventionTests
{
    [Fact]
    public async Task Money_is_summed_and_compared_exactly_in_the_database_GI_11()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();
        db.AddRange(Priced("a", 0.10m), Priced("b", 0.20m), Priced("c", 9_999_999_999_999.99m), Priced("d", 100m));
        await db.SaveChangesAsync();

        Assert.Equal(10_000_000_000_100.29m, await db.Jobs.SumAsync(job => job.Price));
        Assert.Equal(["d", "c"], await db.Jobs.Where(job => job.Price > 20m).OrderBy(job => job.Price).Select(job => job.Title).ToListAsync());
        Assert.Equal(0.30m, await db.Jobs.Where(job => job.Price < 1m).SumAsync(job => job.Price));
    }

    [Fact]
    public async Task A_decimal_keeps_the_digits_it_declares()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();
        db.Add(new Job { Title = "a", Share = 0.333333m });
        await db.SaveChangesAsync();

        await using var after = workshop.Context();
        Assert.Equal(0.333333m, (await after.Jobs.SingleAsync()).Share);
    }

    [Fact]
    public async Task Instants_are_kept_in_UTC_and_sort_in_the_database()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();
        var noonInChina = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));
        db.AddRange(new Job { Title = "later", Due = noonInChina.AddMicroseconds(1) }, new Job { Title = "sooner", Due = noonInChina });
        await db.SaveChangesAsync();

        await using var after = workshop.Context();
        var found = await after.Jobs.OrderBy(job => job.Due).ToListAsync();
        Assert.Equal(["sooner", "later"], found.Select(job => job.Title));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 4, 0, 0, TimeSpan.Zero), found[0].Due);
        Assert.Equal(TimeSpan.Zero, found[0].Due.Offset);
        Assert.Equal(1, await after.Jobs.CountAsync(job => job.Due > noonInChina));
    }

    [Fact]
    public async Task Enums_are_stored_as_the_schema_spells_them()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();
        var job = new Job { Title = "a", Seen = [JobState.Open, JobState.InProgress] };
        job.Start();
        db.Add(job);
        await db.SaveChangesAsync();

        Assert.Equal(["IN_PROGRESS"], await db.Database.SqlQueryRaw<string>("SELECT State AS Value FROM Jobs").ToListAsync());
        Assert.Equal(["""["OPEN","IN_PROGRESS"]"""], await db.Database.SqlQueryRaw<string>("SELECT Seen AS Value FROM Jobs").ToListAsync());
        await using var after = workshop.Context();
        Assert.Equal([JobState.Open, JobState.InProgress], (await after.Jobs.SingleAsync(row => row.State == JobState.InProgress)).Seen);
    }

    private static Job Priced(string title, decimal price) => new() { Title = title, Price = price };
}
