using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using Microsoft.AspNetCore.Identity;

namespace IpMarketplace.Accounts;

/// <summary>What an account is created from.</summary>
/// <param name="UserName">An e-mail address, unique.</param>
/// <param name="Password">At least 10 characters with a letter and a digit.</param>
/// <param name="DisplayName">A role's name, such as "Technology transfer officer".</param>
/// <param name="Roles">The roles held.</param>
/// <param name="OrganizationId">The organization the roles are held in.</param>
/// <param name="Province">For a province office, the first two digits of its GB/T 2260 code.</param>
public sealed record NewAccount(
    string UserName, string Password, string DisplayName, IReadOnlyList<Role> Roles, long? OrganizationId = null, string? Province = null);

/// <summary>An account that could be created when it was looked at: nothing is wrong with it, and its password is hashed.</summary>
/// <param name="Request">What it is created from.</param>
/// <param name="PasswordHash">What is kept of the password.</param>
public sealed record PreparedAccount(NewAccount Request, string PasswordHash);

/// <summary>Creates accounts. Whoever calls it decides who may.</summary>
public sealed class AccountRegistration(UserManager<Account> users, PasswordWork passwords)
{
    /// <summary>Creates the account, or says everything that is wrong with it, named by input field.</summary>
    public async Task<(Account? Account, InputInvalid? Refusal)> RegisterAsync(NewAccount request, CancellationToken ct = default)
    {
        var (prepared, refusal) = await PrepareAsync(request, ct);
        return prepared is null ? (null, refusal) : await AddAsync(prepared, request.OrganizationId);
    }

    /// <summary>The slow part, which needs no write turn: looks for everything that is wrong with the account and hashes its password.</summary>
    public async Task<(PreparedAccount? Prepared, InputInvalid? Refusal)> PrepareAsync(NewAccount request, CancellationToken ct)
    {
        var account = AccountOf(request);
        var problems = ProblemsOf(account).ToList();
        if (problems.Count == 0)
        {
            foreach (var rule in users.PasswordValidators)
            {
                problems.AddRange((await rule.ValidateAsync(users, account, request.Password)).Errors.Select(ProblemFrom));
            }
            foreach (var rule in users.UserValidators)
            {
                problems.AddRange((await rule.ValidateAsync(users, account)).Errors.Select(ProblemFrom));
            }
        }
        return problems.Count == 0
            ? (new PreparedAccount(request, await passwords.HashAsync(account, request.Password, ct)), null)
            : (null, new InputInvalid(problems));
    }

    /// <summary>Saves a prepared account, unless its user name was taken meanwhile.</summary>
    /// <param name="prepared">The account.</param>
    /// <param name="organizationId">The organization the roles are held in.</param>
    public async Task<(Account? Account, InputInvalid? Refusal)> AddAsync(PreparedAccount prepared, long? organizationId)
    {
        var account = AccountOf(prepared.Request with { OrganizationId = organizationId });
        account.PasswordHash = prepared.PasswordHash;
        var created = await users.CreateAsync(account);
        return created.Succeeded ? (account, null) : (null, new InputInvalid([.. created.Errors.Select(ProblemFrom)]));
    }

    private static Account AccountOf(NewAccount request) => new()
    {
        UserName = request.UserName.Trim(),
        DisplayName = request.DisplayName.Trim(),
        Roles = request.Roles,
        OrganizationId = request.OrganizationId,
        Province = request.Province,
    };

    private static IEnumerable<InputProblem> ProblemsOf(Account account)
    {
        var at = account.UserName!.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at != account.UserName.LastIndexOf('@') || at == account.UserName.Length - 1 || account.UserName.Length > Account.MaxUserNameLength)
        {
            yield return new InputProblem("userName", $"must be an e-mail address of at most {Account.MaxUserNameLength} characters.");
        }
        if (account.DisplayName.Length is 0 or > Account.MaxDisplayNameLength)
        {
            yield return new InputProblem("displayName", $"must have 1 to {Account.MaxDisplayNameLength} characters.");
        }
    }

    private static InputProblem ProblemFrom(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => new("userName", "belongs to an account already."),
        nameof(IdentityErrorDescriber.InvalidUserName) => new("userName", "may hold letters, digits and - . _ @ + only."),
        _ when error.Code.StartsWith("Password", StringComparison.Ordinal) => new("password", error.Description),
        _ => throw new InvalidOperationException($"{error.Code}: {error.Description}"),
    };
}
