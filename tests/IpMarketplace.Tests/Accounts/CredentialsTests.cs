using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Accounts;

public sealed class CredentialsTests
{
    [Theory]
    [InlineData(AccountsWorld.UserName)]
    [InlineData(" OFFICER@demo-university.example ")]
    public async Task The_right_password_is_accepted_under_any_spelling_of_the_name(string userName)
    {
        await using var database = await TestDatabase.CreateAsync();
        var registered = await database.RegisterOfficerAsync();

        var (account, refusal) = await database.CheckAsync(userName, AccountsWorld.Password);

        Assert.Null(refusal);
        Assert.Equal(registered.Id, account!.Id);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_like_a_wrong_password()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RegisterOfficerAsync();

        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal((null, new SignInFailed()), await database.CheckAsync(AccountsWorld.UserName, "wrong-password-1"));
            Assert.Equal((null, new SignInFailed()), await database.CheckAsync("nobody@demo.example", "wrong-password-1"));
        }

        var locked = new AccountLocked(database.Clock.Now + TimeSpan.FromMinutes(15));
        Assert.Equal((null, locked), await database.CheckAsync(AccountsWorld.UserName, "wrong-password-1"));
        Assert.Equal((null, locked), await database.CheckAsync("nobody@demo.example", "wrong-password-1"));
    }

    [Fact]
    public async Task A_locked_name_does_not_even_hear_the_right_password_until_the_lock_ends()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RegisterOfficerAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await database.CheckAsync(AccountsWorld.UserName, "wrong-password-1");
        }

        database.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.IsType<AccountLocked>((await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password)).Refusal);
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password)).Refusal);
    }

    [Fact]
    public async Task Attempts_side_by_side_are_counted_each()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RegisterOfficerAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => database.CheckAsync(AccountsWorld.UserName, "wrong-password-1")));

        Assert.Equal(5, answers.Count(answer => answer.Refusal is SignInFailed));
        Assert.Equal(15, answers.Count(answer => answer.Refusal is AccountLocked));
    }

    [Fact]
    public async Task The_right_password_makes_earlier_failures_forgotten()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RegisterOfficerAsync();
        for (var round = 0; round < 3; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++)
            {
                await database.CheckAsync(AccountsWorld.UserName, "wrong-password-1");
            }
            Assert.Null((await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password)).Refusal);
        }
        await using var db = database.Context();
        Assert.Equal(0, await db.SignInAttempts.CountAsync());
    }

    [Fact]
    public async Task A_disabled_account_is_answered_like_a_wrong_password()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RegisterOfficerAsync();
        await using var db = database.Context();
        (await db.Accounts.SingleAsync()).Disable(database.Clock.Now);
        await db.SaveChangesAsync();

        Assert.Equal((null, new SignInFailed()), await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password));
    }
}
