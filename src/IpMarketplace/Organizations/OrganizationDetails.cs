namespace IpMarketplace.Organizations;

/// <summary>What is recorded of an organization, as a form or an import gives it.</summary>
/// <param name="Name">The registered name, Chinese where there is one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="CreditCode">Its Unified Social Credit Code.</param>
/// <param name="RegionCode">Where it is: a GB/T 2260 code of six digits.</param>
/// <param name="City">The city, as text, where the code names only the province.</param>
/// <param name="IndustryCode">Its main industry: a GB/T 4754-2017 code with its letter.</param>
/// <param name="Figures">The figures by which an enterprise's size is classified.</param>
/// <param name="SourceCode">Its code in the list it came from, such as the ministry's code of a university.</param>
public sealed record OrganizationDetails(
    string Name,
    OrganizationKind Kind,
    string? NameEn = null,
    UnifiedSocialCreditCode? CreditCode = null,
    string? RegionCode = null,
    string? City = null,
    string? IndustryCode = null,
    EnterpriseFigures? Figures = null,
    string? SourceCode = null);
