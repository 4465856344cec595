using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;

namespace IpMarketplace.Patents.Schema;

/// <summary>The bibliographic and legal record of a patent, beyond its card.</summary>
public sealed class PatentRecord(Patent patent)
{
    /// <summary>The day of the publication.</summary>
    public DateOnly? PublicationDate => patent.PublicationDate;

    /// <summary>Locarno classes of a design.</summary>
    public IReadOnlyList<string> LocarnoClasses => patent.LocarnoClasses;

    /// <summary>Chinese keywords.</summary>
    public IReadOnlyList<string> Keywords => patent.Keywords;

    /// <summary>English keywords.</summary>
    public IReadOnlyList<string> KeywordsEn => patent.KeywordsEn;

    /// <summary>Where the technology is applied.</summary>
    public string? ApplicationField => patent.ApplicationField;

    /// <summary>The same in English.</summary>
    public string? ApplicationFieldEn => patent.ApplicationFieldEn;

    /// <summary>GB/T 4754-2017 codes of the industries that apply it.</summary>
    public IReadOnlyList<string> IndustryCodes => patent.IndustryCodes;

    /// <summary>The day from which the status stands.</summary>
    public DateOnly? StatusSince => patent.StatusSince;

    /// <summary>Days by which CNIPA extended the term of an invention (PL 42).</summary>
    public int TermCompensationDays => patent.TermCompensationDays;

    /// <summary>The due date of the first annual fee not yet paid (AF-02).</summary>
    public DateOnly? AnnualFeeDueOn => patent.AnnualFeeDueOn;

    /// <summary>The report that a utility model or design needs to be openly licensed (OL-05).</summary>
    public EvaluationReport? EvaluationReport => patent.EvaluationReport;

    /// <summary>Whether it came out of a publicly funded project (UN-10).</summary>
    public FundingDeclaration? Funding => patent.Funding;

    /// <summary>The number of a utility model filed the same day for the same creation, which is at risk of abandonment (OL-28).</summary>
    public string? SameDayUtilityModel => patent.SameDayUtilityModel?.Value;

    /// <summary>The industries that apply it, by name, where the vocabulary is loaded.</summary>
    [GraphQLName("industries")]
    public async Task<IReadOnlyList<VocabularyTerm>> IndustriesAsync(VocabularyTermByCodeDataLoader terms, CancellationToken ct) =>
        [.. (await terms.LoadAsync([.. patent.IndustryCodes.Select(code => (VocabularyScheme.Industry, code))], ct)).OfType<VocabularyTerm>()];
}
