namespace IpMarketplace.Patents;

/// <summary>The bibliographic record of a patent, as an import or a form gives it. What is null is not known and never erases what is.</summary>
/// <param name="Kind">Invention, utility model or design.</param>
/// <param name="Title">The title in the language of the application.</param>
/// <param name="Number">The application number; null for a record that only knows its publication.</param>
/// <param name="Publication">The publication number.</param>
/// <param name="TitleEn">The English title.</param>
/// <param name="Abstract">The abstract in the language of the application.</param>
/// <param name="AbstractEn">The English abstract.</param>
/// <param name="Claims">The claims, or the first of them.</param>
/// <param name="ClaimsEn">The English claims.</param>
/// <param name="FilingDate">The filing date; a divisional application has its parent's.</param>
/// <param name="PublicationDate">The day of the publication.</param>
/// <param name="IpcSymbols">IPC symbols, the main classification first; empty for designs.</param>
/// <param name="LocarnoClasses">Locarno classes of a design.</param>
/// <param name="Keywords">Chinese keywords.</param>
/// <param name="KeywordsEn">English keywords.</param>
/// <param name="ApplicationField">Where the technology is applied.</param>
/// <param name="ApplicationFieldEn">The same in English.</param>
/// <param name="IndustryCodes">GB/T 4754-2017 codes of the industries that apply it.</param>
/// <param name="ReadinessLevel">Technology readiness, 1 to 9.</param>
/// <param name="TermCompensationDays">Days by which CNIPA extended the term of an invention (PL 42).</param>
public sealed record PatentDetails(
    PatentKind Kind,
    string Title,
    PatentNumber? Number = null,
    PublicationNumber? Publication = null,
    string? TitleEn = null,
    string? Abstract = null,
    string? AbstractEn = null,
    string? Claims = null,
    string? ClaimsEn = null,
    DateOnly? FilingDate = null,
    DateOnly? PublicationDate = null,
    IReadOnlyList<string>? IpcSymbols = null,
    IReadOnlyList<string>? LocarnoClasses = null,
    IReadOnlyList<string>? Keywords = null,
    IReadOnlyList<string>? KeywordsEn = null,
    string? ApplicationField = null,
    string? ApplicationFieldEn = null,
    IReadOnlyList<string>? IndustryCodes = null,
    int? ReadinessLevel = null,
    int? TermCompensationDays = null);
