using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Following.Sweeps;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Accounts;

public sealed class SessionTests
{
    [Fact]
    public async Task A_refresh_token_is_exchanged_for_new_tokens_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.StartSessionAsync(await database.RegisterOfficerAsync());

        var (second, refusal) = await database.RefreshAsync(first.RefreshToken);

        Assert.Null(refusal);
        Assert.NotEqual(first.RefreshToken, second!.RefreshToken);
        Assert.NotNull((await database.RefreshAsync(second.RefreshToken)).Tokens);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("other-key")]
    public async Task A_second_use_ends_the_session_for_everyone(string? idempotencyKey)
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = await database.RegisterOfficerAsync();
        var first = await database.StartSessionAsync(account);
        var elsewhere = await database.StartSessionAsync(account);
        var (second, _) = await database.RefreshAsync(first.RefreshToken, "key-1");
        database.Clock.Advance(TestDatabase.QuickPasswords.RefreshGrace);

        Assert.Equal((null, new SessionExpired()), await database.RefreshAsync(first.RefreshToken, idempotencyKey));
        Assert.Equal((null, new SessionExpired()), await database.RefreshAsync(second!.RefreshToken, "key-2"));

        Assert.NotNull((await database.RefreshAsync(elsewhere.RefreshToken)).Tokens);
    }

    [Fact]
    public async Task Parallel_uses_are_one_exchange()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.StartSessionAsync(await database.RegisterOfficerAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => database.RefreshAsync(first.RefreshToken)));

        Assert.Single(answers.Select(answer => answer.Tokens!.RefreshToken).Distinct());
        await using var db = database.Context();
        Assert.Equal(2, await db.RefreshTokens.CountAsync());
    }

    [Fact]
    public async Task A_second_use_is_answered_the_same_token_within_the_grace()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.StartSessionAsync(await database.RegisterOfficerAsync());
        var (second, _) = await database.RefreshAsync(first.RefreshToken);
        database.Clock.Advance(TestDatabase.QuickPasswords.RefreshGrace - TimeSpan.FromSeconds(1));

        var (again, _) = await database.RefreshAsync(first.RefreshToken);

        Assert.Equal((second!.RefreshToken, second.RefreshTokenExpiresAt), (again!.RefreshToken, again.RefreshTokenExpiresAt));
        Assert.NotNull((await database.RefreshAsync(again.RefreshToken)).Tokens);
    }

    [Fact]
    public async Task A_request_sent_again_with_its_key_is_answered_the_same_token_until_that_is_used()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.StartSessionAsync(await database.RegisterOfficerAsync());
        var (second, _) = await database.RefreshAsync(first.RefreshToken, "key-1");
        database.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(second!.RefreshToken, (await database.RefreshAsync(first.RefreshToken, "key-1")).Tokens!.RefreshToken);
        var (third, _) = await database.RefreshAsync(second.RefreshToken, "key-2");
        database.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal((null, new SessionExpired()), await database.RefreshAsync(first.RefreshToken, "key-1"));
        Assert.Equal((null, new SessionExpired()), await database.RefreshAsync(third!.RefreshToken));
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused_and_the_token_stays_good()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.StartSessionAsync(await database.RegisterOfficerAsync());

        var refusal = Assert.IsType<InputInvalid>((await database.RefreshAsync(first.RefreshToken, new string('k', 101))).Refusal);

        Assert.Equal("idempotencyKey", Assert.Single(refusal.Problems).Path);
        Assert.NotNull((await database.RefreshAsync(first.RefreshToken)).Tokens);
    }

    [Fact]
    public async Task Tokens_are_kept_as_hashes_only()
    {
        await using var database = await TestDatabase.CreateAsync();
        var tokens = await database.StartSessionAsync(await database.RegisterOfficerAsync());

        await using var db = database.Context();
        var row = await db.RefreshTokens.SingleAsync();
        Assert.Equal(64, row.Hash.Length);
        Assert.DoesNotContain(tokens.RefreshToken, row.Hash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_when_it_is_signed_out()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.StartSessionAsync(await database.RegisterOfficerAsync());
        var (second, _) = await database.RefreshAsync(first.RefreshToken);
        await database.InScopeAsync(async services =>
        {
            await services.GetRequiredService<SessionBook>().EndAsync(first.RefreshToken, CancellationToken.None);
            return true;
        });

        Assert.Equal((null, new SessionExpired()), await database.RefreshAsync(second!.RefreshToken));
    }

    [Fact]
    public async Task An_unused_token_expires()
    {
        await using var database = await TestDatabase.CreateAsync();
        var tokens = await database.StartSessionAsync(await database.RegisterOfficerAsync());
        database.Clock.Advance(TimeSpan.FromDays(14));

        Assert.Equal((null, new SessionExpired()), await database.RefreshAsync(tokens.RefreshToken));
    }

    [Fact]
    public async Task A_session_ends_in_the_end_however_often_it_is_refreshed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var started = database.Clock.Now;
        var tokens = await database.StartSessionAsync(await database.RegisterOfficerAsync());
        for (var week = 1; week <= 12; week++)
        {
            database.Clock.Advance(TimeSpan.FromDays(7));
            tokens = (await database.RefreshAsync(tokens.RefreshToken)).Tokens!;
        }

        Assert.Equal(started + TimeSpan.FromDays(90), tokens.RefreshTokenExpiresAt);
        database.Clock.Now = started + TimeSpan.FromDays(90);
        Assert.Equal((null, new SessionExpired()), await database.RefreshAsync(tokens.RefreshToken));
    }

    [Fact]
    public async Task A_changed_account_ends_its_sessions()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = await database.RegisterOfficerAsync();
        var tokens = await database.StartSessionAsync(account);
        await using var db = database.Context();
        (await db.Accounts.SingleAsync()).SecurityStamp = "changed";
        await db.SaveChangesAsync();

        Assert.Equal((null, new SessionExpired()), await database.RefreshAsync(tokens.RefreshToken));
    }

    [Fact]
    public async Task A_disabled_account_ends_its_sessions()
    {
        await using var database = await TestDatabase.CreateAsync();
        var tokens = await database.StartSessionAsync(await database.RegisterOfficerAsync());
        await using var db = database.Context();
        (await db.Accounts.SingleAsync()).Disable(database.Clock.Now);
        await db.SaveChangesAsync();

        Assert.Equal((null, new SessionExpired()), await database.RefreshAsync(tokens.RefreshToken));
    }

    [Fact]
    public async Task What_expired_is_swept_away_and_nothing_else()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = await database.RegisterOfficerAsync();
        await database.StartSessionAsync(account);
        database.Clock.Advance(TimeSpan.FromDays(14));
        await database.StartSessionAsync(account);

        await database.Services.GetRequiredService<SweepRunner>().RunOnceAsync(CancellationToken.None);

        await using var db = database.Context();
        Assert.Equal(1, await db.RefreshTokens.CountAsync());
        Assert.Equal(1, await db.SigningKeys.CountAsync());
    }
}
