using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Accounts;

public sealed class AccountRegistrationTests
{
    [Fact]
    public async Task Creates_an_account_with_roles_and_a_hashed_password()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RegisterOfficerAsync();

        await using var db = database.Context();
        var account = await db.Accounts.SingleAsync();
        Assert.Equal((AccountsWorld.UserName, "Technology transfer officer", 42L), (account.UserName, account.DisplayName, account.OrganizationId!.Value));
        Assert.Equal([Role.UniOfficer, Role.Inventor], account.Roles);
        Assert.DoesNotContain(AccountsWorld.Password, account.PasswordHash!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short1", "password", "Passwords must be at least 10 characters.")]
    [InlineData("no-digits-here", "password", "Passwords must have at least one digit ('0'-'9').")]
    [InlineData("1234567890", "password", "Passwords must have at least one letter.")]
    [InlineData("aaaaaaaaaa1", "password", "Passwords must use at least 5 different characters.")]
    public async Task Refuses_a_weak_password_and_says_why(string password, string path, string message)
    {
        await using var database = await TestDatabase.CreateAsync();

        var (account, refusal) = await database.RegisterAsync(new NewAccount(AccountsWorld.UserName, password, "Officer", [Role.UniOfficer]));

        Assert.Null(account);
        Assert.Contains(new InputProblem(path, message), refusal!.Problems);
        await using var db = database.Context();
        Assert.Equal(0, await db.Accounts.CountAsync());
    }

    [Theory]
    [InlineData("no address", "userName")]
    [InlineData("two@at@signs", "userName")]
    [InlineData("with blank@demo.example", "userName")]
    public async Task Refuses_what_is_no_address(string userName, string path)
    {
        await using var database = await TestDatabase.CreateAsync();

        var (_, refusal) = await database.RegisterAsync(new NewAccount(userName, AccountsWorld.Password, "Officer", [Role.UniOfficer]));

        Assert.Equal(path, Assert.Single(refusal!.Problems).Path);
    }

    [Fact]
    public async Task Refuses_a_name_that_is_taken()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RegisterOfficerAsync();

        var (_, refusal) = await database.RegisterAsync(new NewAccount(AccountsWorld.UserName.ToUpperInvariant(), AccountsWorld.Password, "Officer", [Role.UniOfficer]));

        Assert.Equal(new InputProblem("userName", "belongs to an account already."), Assert.Single(refusal!.Problems));
    }
}
