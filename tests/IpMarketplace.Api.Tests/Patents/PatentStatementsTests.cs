using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests.Patents;

/// <summary>Lists read what is asked for, and however many patents one shows, the same number of statements reads them.</summary>
public sealed class PatentStatementsTests
{
    private const string List =
        """
        query($ids: [ID!]!) {
          nodes(ids: $ids) {
            ... on Patent { title abstract ipc { term { name } } record { keywords } encumbrances { kind } owners { organization { name region { name } } } }
          }
        }
        """;

    [Fact]
    public async Task Two_patents_take_the_statements_of_one()
    {
        using var statements = SqlStatements.Listen();
        await using var office = await PatentOffice.OpenAsync();
        string[] ids = [await office.IdOfAsync(PatentOffice.Battery), await office.IdOfAsync(PatentOffice.Sleeper)];

        var one = await StatementsOfAsync(statements, office, ids[..1]);
        var two = await StatementsOfAsync(statements, office, ids);

        Assert.Equal(one.Select(SqlStatements.TableOf).Order(), two.Select(SqlStatements.TableOf).Order());
        Assert.Contains("PatentTexts", one.Select(SqlStatements.TableOf));
    }

    [Theory]
    [InlineData("{ listings { nodes { id } } }", 0)]
    [InlineData("{ listings { totalCount nodes { id } } }", 1)]
    public async Task What_is_not_asked_for_is_not_counted(string query, int counts)
    {
        using var statements = SqlStatements.Listen();
        await using var market = await TestMarketplace.StartAsync();
        var before = statements.Of(market.Store).Count;

        (await market.QueryAsync(query)).Succeeded();

        Assert.Equal(counts, statements.Of(market.Store).Skip(before).Count(statement => statement.Contains("SELECT COUNT(*)", StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<string>> StatementsOfAsync(SqlStatements statements, PatentOffice office, string[] ids)
    {
        var before = statements.Of(office.Marketplace.Store).Count;
        var answer = (await office.Marketplace.QueryAsync(List, new { ids })).Succeeded();
        Assert.Equal(ids.Length, answer["nodes"].GetArrayLength());
        return [.. statements.Of(office.Marketplace.Store).Skip(before)];
    }
}
