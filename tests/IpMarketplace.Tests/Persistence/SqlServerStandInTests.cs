using IpMarketplace.Testing.StandIn;
using Microsoft.Data.SqlClient;

namespace IpMarketplace.Tests.Persistence;

/// <summary>The stand-in fails as servers fail: a test of an outage stands on it.</summary>
public sealed class SqlServerStandInTests
{
    [Fact]
    public async Task Answers_by_the_latest_rule_and_remembers_what_was_sent()
    {
        await using var server = SqlServerStandIn.Start().On("Answer", _ => TdsAnswer.Scalar("first")).On("Answer", _ => TdsAnswer.Rows(["number", "text"], [42, null], [null, "水"]));
        await using var connection = new SqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await using var command = new SqlCommand("SELECT Answer WHERE Question = @question", connection, transaction);
        command.Parameters.AddWithValue("@question", "x");

        var rows = new List<(object, object)>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                rows.Add((reader["number"], reader["text"]));
            }
        }
        await transaction.CommitAsync();

        Assert.Equal([(42, DBNull.Value), (DBNull.Value, "水")], rows);
        Assert.Equal(["BEGIN TRANSACTION", command.CommandText, "COMMIT"], server.Statements);
    }

    [Fact]
    public async Task Counts_the_rows_that_were_touched()
    {
        await using var server = SqlServerStandIn.Start().On("UPDATE", _ => TdsAnswer.Done(rows: 3));
        await using var connection = new SqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand("UPDATE Somewhere SET Something = 1", connection);

        Assert.Equal(3, await command.ExecuteNonQueryAsync());
    }

    [Fact]
    public async Task Refuses_statements_by_number()
    {
        await using var server = SqlServerStandIn.Start().On("INSERT", _ => TdsAnswer.Error(2601, "Cannot insert duplicate key row."));

        var failure = await Assert.ThrowsAsync<SqlException>(() => ExecuteAsync(server, "INSERT INTO Somewhere DEFAULT VALUES"));

        Assert.Equal(2601, failure.Number);
    }

    [Theory]
    [InlineData(StandInBehaviour.Away)]
    [InlineData(StandInBehaviour.Hanging)]
    [InlineData(StandInBehaviour.BreakingOff)]
    public async Task Is_away_hangs_or_breaks_off_and_comes_back(StandInBehaviour behaviour)
    {
        await using var server = SqlServerStandIn.Start();
        await ExecuteAsync(server, "SELECT 1");
        await server.BehaveAsync(behaviour);

        await Assert.ThrowsAsync<SqlException>(() => ExecuteAsync(server, "SELECT 2"));
        await server.BehaveAsync(StandInBehaviour.Answering);
        await ExecuteAsync(server, "SELECT 3");

        Assert.Equal("SELECT 3", server.Statements[^1]);
    }

    private static async Task ExecuteAsync(SqlServerStandIn server, string statement)
    {
        await using var connection = new SqlConnection($"{server.ConnectionString};Connect Retry Count=0;Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqlCommand(statement, connection) { CommandTimeout = 1 };
        await command.ExecuteNonQueryAsync();
    }
}
