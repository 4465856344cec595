using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Registers accounts and sessions.</summary>
public static class AccountServices
{
    /// <summary>Needs ASP.NET's data protection, which the host sets up.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, AccountSettings settings)
    {
        services.TryAddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>(); // before Identity adds it for each scope
        services.AddIdentityCore<Account>(identity => PasswordRules.Apply(identity.Password))
            .AddPasswordValidator<PasswordShape>()
            .AddEntityFrameworkStores<MarketplaceDbContext>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = settings.PasswordIterations);
        services.AddSingleton(settings);
        services.AddSingleton<PasswordWork>();
        services.AddSingleton<UnknownAccount>();
        services.AddSingleton<SigningKeyRing>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<ITrim, ForgetWhatExpired>();
        services.AddSingleton<AttemptLimits>();
        services.AddSingleton<KnownDevices>();
        services.TryAddScoped(_ => ClientAddress.Server);
        services.AddScoped<AccountRegistration>();
        services.AddScoped<Credentials>();
        services.AddScoped<SessionBook>();
        services.AddScoped<OutsideLogins>();
        return services;
    }
}
