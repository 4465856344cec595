using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Accounts;

public sealed class CredentialsTests
{
    private const string Wrong = "wrong-password-1";

    // So long a window that no attempt comes back while a test runs.
    private static readonly AccountSettings Settings = TestDatabase.QuickPasswords with { AttemptWindow = TimeSpan.FromDays(1) };

    [Theory]
    [InlineData(AccountsWorld.UserName)]
    [InlineData(" OFFICER@demo-university.example ")]
    public async Task The_right_password_is_accepted_under_any_spelling_of_the_name(string userName)
    {
        await using var database = await TestDatabase.CreateAsync();
        var registered = await database.RegisterOfficerAsync();

        var (account, _, refusal) = await database.CheckAsync(userName, AccountsWorld.Password);

        Assert.Null(refusal);
        Assert.Equal(registered.Id, account!.Id);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_like_a_wrong_password()
    {
        await using var database = await TestDatabase.CreateAsync(accounts: Settings);
        await database.RegisterOfficerAsync();

        for (var attempt = 0; attempt < Settings.SignInsPerAddressAndName; attempt++)
        {
            Assert.Equal((null, null, new SignInFailed()), await database.CheckAsync(AccountsWorld.UserName, Wrong));
            Assert.Equal((null, null, new SignInFailed()), await database.CheckAsync("nobody@demo.example", Wrong));
        }

        Assert.IsType<TooManyAttempts>((await database.CheckAsync(AccountsWorld.UserName, Wrong)).Refusal);
        Assert.IsType<TooManyAttempts>((await database.CheckAsync("nobody@demo.example", Wrong)).Refusal);
    }

    [Fact]
    public async Task Attempts_side_by_side_are_counted_each()
    {
        await using var database = await TestDatabase.CreateAsync(accounts: Settings);
        await database.RegisterOfficerAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => database.CheckAsync(AccountsWorld.UserName, Wrong)));

        Assert.Equal(10, answers.Count(answer => answer.Refusal is SignInFailed));
        Assert.Equal(20, answers.Count(answer => answer.Refusal is TooManyAttempts));
    }

    [Fact]
    public async Task What_was_used_up_comes_back_after_the_time_that_was_told()
    {
        await using var database = await TestDatabase.CreateAsync(accounts: Settings with { SignInsPerAddressAndName = 1, AttemptWindow = TimeSpan.FromSeconds(2) });
        await database.RegisterOfficerAsync();
        TooManyAttempts? tooMany = null;
        while (tooMany is null)
        {
            tooMany = (await database.CheckAsync(AccountsWorld.UserName, Wrong)).Refusal as TooManyAttempts;
        }

        Assert.InRange(tooMany.RetryAfter, 1, 2);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password)).Account is null)
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public async Task A_device_is_known_under_its_own_name_and_for_its_time(bool isOfAnother, bool isOld, bool isKnown)
    {
        await using var database = await TestDatabase.CreateAsync(accounts: Settings);
        await database.RegisterOfficerAsync();
        await database.RegisterAsync(new NewAccount("other@demo-university.example", AccountsWorld.Password, "Officer", []));
        var (_, device, _) = await database.CheckAsync(isOfAnother ? "other@demo-university.example" : AccountsWorld.UserName, AccountsWorld.Password);
        for (var attempt = 0; attempt < Settings.SignInsPerAddressAndName; attempt++)
        {
            await database.CheckAsync(AccountsWorld.UserName, Wrong);
        }
        database.Clock.Advance(isOld ? Settings.KnownDeviceLifetime : Settings.KnownDeviceLifetime - TimeSpan.FromSeconds(1));

        var (account, renewed, _) = await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password, device);

        Assert.Equal((isKnown, isKnown), (account is not null, renewed is not null));
    }

    [Fact]
    public async Task A_device_token_is_no_licence_to_guess()
    {
        await using var database = await TestDatabase.CreateAsync(accounts: Settings);
        await database.RegisterOfficerAsync();
        var (_, device, _) = await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password);
        for (var attempt = 0; attempt < Settings.SignInsPerDevice; attempt++)
        {
            Assert.IsType<SignInFailed>((await database.CheckAsync(AccountsWorld.UserName, Wrong, device)).Refusal);
        }

        Assert.IsType<TooManyAttempts>((await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password, device)).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("made-up")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_device_token_that_is_none_is_a_strangers(string deviceToken)
    {
        await using var database = await TestDatabase.CreateAsync(accounts: Settings);
        await database.RegisterOfficerAsync();

        Assert.NotNull((await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password, deviceToken)).Account);
        Assert.NotNull((await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password, new string('x', 100_000))).Account);
    }

    [Fact]
    public async Task A_disabled_account_is_answered_like_a_wrong_password()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RegisterOfficerAsync();
        await using var db = database.Context();
        (await db.Accounts.SingleAsync()).Disable(database.Clock.Now);
        await db.SaveChangesAsync();

        Assert.Equal((null, null, new SignInFailed()), await database.CheckAsync(AccountsWorld.UserName, AccountsWorld.Password));
    }
}
