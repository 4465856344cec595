using System.Data.Common;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Persistence;
using IpMarketplace.Testing;
using IpMarketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Persistence;

/// <summary>What must hold on every database.</summary>
public sealed class ProviderTests
{
    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Writers_take_turns_GI_12(TestProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider: provider);

        var created = await Task.WhenAll(Enumerable.Range(0, 16).Select(async number =>
        {
            await using var db = database.Context();
            return await db.WriteAsync(async () =>
            {
                if (await db.Set<DatabaseMark>().CountAsync() >= 3)
                {
                    return 0;
                }
                await Task.Yield();
                db.Add(new DatabaseMark { Name = $"NAME{number}" });
                return await db.SaveChangesAsync();
            }, CancellationToken.None);
        }));

        Assert.Equal(3, created.Sum());
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task A_second_row_under_a_unique_key_is_told_apart_from_other_failures(TestProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider: provider);
        await using var db = database.Context();
        db.Add(new DatabaseMark { Name = "NAME" });
        await db.SaveChangesAsync();
        db.Add(new DatabaseMark { Name = "NAME" });

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.True(db.IsUniqueViolation(Assert.IsAssignableFrom<DbException>(failure.InnerException)));
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Sessions_work(TestProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider: provider);
        var account = await database.RegisterOfficerAsync();

        Assert.Equal(account.Id, (await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password)).Account!.Id);
        var first = await database.StartSessionAsync(account);
        Assert.NotNull((await database.RefreshAsync(first.RefreshToken)).Tokens);
        database.Clock.Advance(TestDatabase.QuickPasswords.RefreshGrace);
        Assert.Null((await database.RefreshAsync(first.RefreshToken)).Tokens);
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Instants_come_back_to_the_microsecond(TestProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider: provider);
        await using var db = database.Context();
        var at = database.Clock.Now.AddTicks(12_345_678);
        db.SigningKeys.Add(new SigningKey { KeyId = "key", PublicKey = [], ProtectedPrivateKey = [], SignsUntil = at, BelievedUntil = at });
        await db.SaveChangesAsync();

        Assert.Equal(database.Clock.Now.AddTicks(12_345_670), await db.SigningKeys.Select(row => row.SignsUntil).SingleAsync());
        Assert.Equal(1, await db.SigningKeys.CountAsync(row => row.SignsUntil == at));
    }
}
