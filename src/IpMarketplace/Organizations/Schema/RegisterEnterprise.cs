using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Schema;
using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using IpMarketplace.Persistence.Mutations;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Organizations.Schema;

/// <summary>The enterprise and the account of its first signatory.</summary>
/// <param name="CreditCode">The Unified Social Credit Code on the business licence, 18 characters.</param>
/// <param name="Name">The registered Chinese name.</param>
/// <param name="RegionCode">Where it is registered: a GB/T 2260 code of six digits, such as 330100.</param>
/// <param name="UserName">The signatory's e-mail address, to sign in with.</param>
/// <param name="Password">At least 10 characters with a letter and a digit.</param>
/// <param name="DisplayName">The signatory's function, such as "Licensing manager".</param>
/// <param name="NameEn">The English name.</param>
/// <param name="IndustryCode">The main industry: a GB/T 4754-2017 code with its letter, such as C35.</param>
/// <param name="Employees">Persons employed; with revenue or assets it gives the size, and is not shown.</param>
/// <param name="Revenue">Operating revenue of the last year, in 10,000 yuan; not shown.</param>
/// <param name="Assets">Total assets at the end of the last year, in 10,000 yuan; not shown.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the request has one effect (GI-13).</param>
public sealed record RegisterEnterpriseInput(
    string CreditCode,
    [property: Name] string Name,
    string RegionCode,
    string UserName,
    [property: Secret] string Password,
    [property: Name] string DisplayName,
    [property: Name] string? NameEn = null,
    string? IndustryCode = null,
    int? Employees = null,
    decimal? Revenue = null,
    decimal? Assets = null,
    string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>registerEnterprise</c>.</summary>
[MutationType]
public static partial class RegisterEnterprise
{
    /// <summary>Registers an enterprise with its first signatory, who may then sign in and take open licences.</summary>
    [AllowAnonymous]
    [WithoutWriteTransaction]
    [Cost(SignIn.CostOfHashing)]
    [Error<CreditCodeTaken>]
    [Error<TooManyAttempts>]
    public static async Task<FieldResult<Organization>> RegisterEnterpriseAsync(
        RegisterEnterpriseInput input,
        MarketplaceDbContext db,
        AccountRegistration accounts,
        AttemptLimits attempts,
        ClientAddress client,
        MutationTurn turn,
        CancellationToken ct)
    {
        if (attempts.Register(client) is { } tooMany)
        {
            return new(tooMany);
        }
        if (!UnifiedSocialCreditCode.TryParse(input.CreditCode, out var code, out var problem))
        {
            return new(new InputInvalid("creditCode", problem, input.CreditCode));
        }
        var figures = (input.Employees, input.Revenue, input.Assets) is (null, null, null) ? null : new EnterpriseFigures(input.Employees, input.Revenue, input.Assets);
        var details = new OrganizationDetails(input.Name, OrganizationKind.Enterprise, input.NameEn, code, input.RegionCode, null, input.IndustryCode, figures);
        return await turn.TakeAsync(input, PrepareAsync, RegisterAsync, ct);

        async Task<(PreparedAccount?, Refusal?)> PrepareAsync() =>
            await RefusalOfAsync() is { } refusal
                ? (null, refusal)
                : await accounts.PrepareAsync(new NewAccount(input.UserName, input.Password, input.DisplayName, [Role.SmeSignatory]), ct);

        async Task<FieldResult<Organization>> RegisterAsync(PreparedAccount signatory)
        {
            if (await RefusalOfAsync() is { } refusal)
            {
                return new(refusal);
            }
            Organization.Record(details, out var enterprise);
            db.Add(enterprise!);
            await db.SaveChangesAsync(ct);
            var (_, notRegistered) = await accounts.AddAsync(signatory, enterprise!.Id);
            return notRegistered is null ? enterprise : new FieldResult<Organization>(notRegistered);
        }

        async Task<Refusal?> RefusalOfAsync() =>
            await db.Organizations.AnyAsync(organization => organization.CreditCode == code, ct)
                ? new CreditCodeTaken(code.Value)
                : Organization.Record(details, out _);
    }
}
