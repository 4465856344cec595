using Microsoft.AspNetCore.Identity;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Length is what makes a password strong; an upper limit keeps hashing it cheap.</summary>
internal static class PasswordRules
{
    public const int MinLength = 10;
    public const int MaxLength = 200;

    public static void Apply(PasswordOptions options)
    {
        options.RequiredLength = MinLength;
        options.RequireDigit = true;
        options.RequireLowercase = false;
        options.RequireUppercase = false;
        options.RequireNonAlphanumeric = false;
        options.RequiredUniqueChars = 5;
    }
}

/// <summary>What Identity's own rules do not say.</summary>
internal sealed class PasswordShape : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(password switch
    {
        null or { Length: > PasswordRules.MaxLength } => Refused("PasswordTooLong", $"Passwords have at most {PasswordRules.MaxLength} characters."),
        _ when !password.Any(char.IsLetter) => Refused("PasswordRequiresLetter", "Passwords must have at least one letter."),
        _ when password.Equals(user.UserName, StringComparison.OrdinalIgnoreCase) => Refused("PasswordIsUserName", "The password must not be the user name."),
        _ => IdentityResult.Success,
    });

    private static IdentityResult Refused(string code, string description) => IdentityResult.Failed(new IdentityError { Code = code, Description = description });
}
