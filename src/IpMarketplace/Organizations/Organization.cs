using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Kernel.Texts;

namespace IpMarketplace.Organizations;

/// <summary>Who owns patents, seeks them, acts for a party or administers: everyone but natural persons.</summary>
public sealed class Organization : Aggregate
{
    /// <summary>The longest name that is stored.</summary>
    public const int NameLength = 200;

    private readonly List<Recognition> _recognitions = [];

    private Organization()
    {
        Name = "";
        NormalizedName = "";
    }

    /// <summary>The registered name, Chinese where there is one.</summary>
    public string Name { get; private set; }

    /// <summary>The English name.</summary>
    public string? NameEn { get; private set; }

    /// <summary>The name as <see cref="OrganizationName.Normalize"/> spells it, by which owners in imported records are recognised.</summary>
    [GraphQLIgnore]
    public string NormalizedName { get; private set; }

    /// <summary>What it is.</summary>
    public OrganizationKind Kind { get; private set; }

    /// <summary>The Unified Social Credit Code; unknown for organizations that were imported from name lists.</summary>
    [GraphQLIgnore]
    public UnifiedSocialCreditCode? CreditCode { get; private set; }

    /// <summary>Where it is: a GB/T 2260 code of six digits.</summary>
    public string? RegionCode { get; private set; }

    /// <summary>The city, where it is known.</summary>
    public string? City { get; private set; }

    /// <summary>The main industry: a GB/T 4754-2017 code with its letter.</summary>
    public string? IndustryCode { get; private set; }

    /// <summary>Persons employed.</summary>
    [GraphQLIgnore]
    public int? Employees { get; private set; }

    /// <summary>Operating revenue of the last year, in 10,000 yuan.</summary>
    [GraphQLIgnore]
    public decimal? Revenue { get; private set; }

    /// <summary>Total assets at the end of the last year, in 10,000 yuan.</summary>
    [GraphQLIgnore]
    public decimal? Assets { get; private set; }

    /// <summary>The size computed from industry and figures (domain.md 5.5); null where they do not suffice.</summary>
    public EnterpriseSize? Size { get; private set; }

    /// <summary>The code in the list from which it was imported.</summary>
    [GraphQLIgnore]
    public string? SourceCode { get; private set; }

    /// <summary>Every recognition ever held.</summary>
    public IReadOnlyList<Recognition> Recognitions => _recognitions;

    /// <summary>The province: the first two digits of the region.</summary>
    public string? Province => RegionCode?[..2];

    /// <summary>Records an organization; the codes are checked here, whoever brings them (GI-14).</summary>
    public static Refusal? Record(OrganizationDetails details, out Organization organization)
    {
        organization = new Organization();
        if (Problems(details) is { Count: > 0 } problems)
        {
            return new InputInvalid(problems);
        }
        organization.Take(details);
        organization.Announce(new OrganizationRegistered());
        return null;
    }

    /// <summary>Replaces what is recorded; says nothing when nothing differs.</summary>
    public Refusal? Update(OrganizationDetails details)
    {
        if (Problems(details) is { Count: > 0 } problems)
        {
            return new InputInvalid(problems);
        }
        if (Details() != details)
        {
            Take(details);
            Announce(new OrganizationChanged());
        }
        return null;
    }

    /// <summary>Records that the organization is recognised from a date on (domain.md 5.6).</summary>
    public Refusal? Recognise(RecognitionKind? kind, string code, DateOnly from, DateOnly? until, string evidence)
    {
        if (kind is null || from < kind.ConferredFrom || from > kind.ConferredUntil)
        {
            return new RecognitionUnknown(code, from);
        }
        if (!_recognitions.Exists(held => held.Code == kind.Code && held.From == from))
        {
            _recognitions.Add(new Recognition(kind.Code, from, until, evidence));
            Announce(new OrganizationChanged());
        }
        return null;
    }

    /// <summary>Whether a recognition is held on a date.</summary>
    public bool Holds(string recognition, DateOnly date) => _recognitions.Exists(held => held.Code == recognition && held.IsHeldOn(date));

    /// <summary>What is recorded now.</summary>
    public OrganizationDetails Details() => new(Name, Kind, NameEn, CreditCode, RegionCode, City, IndustryCode, Figures(), SourceCode);

    private EnterpriseFigures? Figures() => (Employees, Revenue, Assets) is (null, null, null) ? null : new(Employees, Revenue, Assets);

    private void Take(OrganizationDetails details)
    {
        Name = details.Name;
        NormalizedName = OrganizationName.Normalize(details.Name);
        NameEn = details.NameEn;
        Kind = details.Kind;
        CreditCode = details.CreditCode;
        RegionCode = details.RegionCode;
        City = details.City;
        IndustryCode = details.IndustryCode;
        Employees = details.Figures?.Employees;
        Revenue = details.Figures?.Revenue;
        Assets = details.Figures?.Assets;
        Size = details.Kind == OrganizationKind.Enterprise ? SizeClassification.Of(details.IndustryCode, details.Figures) : null;
        SourceCode = details.SourceCode;
    }

    private static List<InputProblem> Problems(OrganizationDetails details)
    {
        var problems = new List<InputProblem>();
        if (details.Name.Length > NameLength || !CleanText.HasLetter(details.Name))
        {
            problems.Add(new InputProblem("name", $"A name has 1 to {NameLength} characters, a letter among them.", details.Name));
        }
        if (details.NameEn is not null && (details.NameEn.Length > NameLength || !CleanText.HasLetter(details.NameEn)))
        {
            problems.Add(new InputProblem("nameEn", $"A name has 1 to {NameLength} characters, a letter among them.", details.NameEn));
        }
        if (details.RegionCode is not null && !Region.IsValid(details.RegionCode))
        {
            problems.Add(new InputProblem("regionCode", "A region has the six digits of GB/T 2260, such as 330100.", details.RegionCode));
        }
        if (details.IndustryCode is not null && !IndustryCodes.IsValid(details.IndustryCode))
        {
            problems.Add(new InputProblem("industryCode", "An industry has the letter and digits of GB/T 4754-2017, such as C35.", details.IndustryCode));
        }
        if (details.Figures is { Employees: < 0 } or { Revenue: < 0 } or { Assets: < 0 })
        {
            problems.Add(new InputProblem("figures", "Figures of an enterprise are not negative (GI-11)."));
        }
        return problems;
    }
}
