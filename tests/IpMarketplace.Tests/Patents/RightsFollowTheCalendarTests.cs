using System.Globalization;
using System.Text.RegularExpressions;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Testing;
using IpMarketplace.Tests.Following;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Patents;

public sealed partial class RightsFollowTheCalendarTests
{
    [Theory]
    [InlineData("2026-02-28", "2026-08-28", RightStatus.FeeOverdue)]
    [InlineData("2026-02-28", "2026-08-29", RightStatus.Terminated)]
    [InlineData("2026-08-31", "2027-02-28", RightStatus.FeeOverdue)]
    [InlineData("2026-08-31", "2027-03-01", RightStatus.Terminated)]
    [InlineData("2026-03-16", "2026-03-16", RightStatus.InForce)]
    [InlineData("2026-03-16", "2026-03-17", RightStatus.FeeOverdue)]
    public async Task A_right_moves_on_the_day_that_its_fee_says_however_long_the_months_AF_03_AF_04(string due, string today, RightStatus expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Context();
        var patent = APatent.InForce();
        Assert.Null(patent.ConfirmStatus(APatent.Today, "register", APatent.Today, annualFeeDueOn: Day(due)));
        db.Add(patent);
        await db.SaveChangesAsync();

        database.Clock.Now = new DateTimeOffset(Day(today), new TimeOnly(4, 0), TimeSpan.Zero);
        var sweep = new RightsFollowTheCalendar(database.Clock);
        await sweep.RunAsync(database.Context);
        Assert.Equal(0, await sweep.RunAsync(database.Context));

        await using var after = database.Context();
        Assert.Equal(expected, (await after.Patents.SingleAsync()).Status);
    }

    [Fact]
    public async Task What_is_due_is_found_by_an_index_and_no_other_patent_is_visited()
    {
        using var statements = SqlStatements.Listen();
        await using var database = await TestDatabase.CreateAsync(provider: TestProvider.Sqlite);
        await using var db = database.Context();
        var before = statements.AllOf(database.Store).Count;
        await new RightsFollowTheCalendar(database.Clock).FindDueAsync(db, 100, CancellationToken.None);
        var asked = statements.AllOf(database.Store).Skip(before).ToList();

        Assert.Equal(3, asked.Count);
        foreach (var statement in asked)
        {
            var plan = await PlanOfAsync(db.Database.GetDbConnection().ConnectionString, statement);
            Assert.All(plan, step => Assert.Matches("^SEARCH .*INDEX \\w+ \\(Status=\\? AND \\w+<\\?\\)$", step));
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<List<string>> PlanOfAsync(string connectionString, string statement)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        foreach (var name in Parameter().Matches(statement).Select(match => match.Value).Distinct())
        {
            explain.Parameters.AddWithValue(name, 1);
        }
        var steps = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }
        return steps;
    }

    [GeneratedRegex("@\\w+")]
    private static partial Regex Parameter();
}
