using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Kernel.Lifecycles;

namespace IpMarketplace.Patents;

/// <summary>A Chinese patent or application: what it is, who owns it, whether the right lives, what burdens it.</summary>
public sealed partial class Patent : Aggregate
{
    /// <summary>The longest title that is stored.</summary>
    public const int TitleLength = 400;

    private readonly List<PatentOwner> _owners = [];

    private Patent() => Title = "";

    /// <summary>Invention, utility model or design.</summary>
    public PatentKind Kind { get; private set; }

    /// <summary>The application number; null for a record that only knows its publication.</summary>
    public PatentNumber? Number { get; private set; }

    /// <summary>The publication number.</summary>
    public PublicationNumber? Publication { get; private set; }

    /// <summary>The title in the language of the application.</summary>
    public string Title { get; private set; }

    /// <summary>The English title.</summary>
    public string? TitleEn { get; private set; }

    /// <summary>The long texts; present only where they were loaded with the patent.</summary>
    public PatentText? Text { get; private set; }

    /// <summary>The filing date, from which the term counts.</summary>
    public DateOnly? FilingDate { get; private set; }

    /// <summary>The day of the publication.</summary>
    public DateOnly? PublicationDate { get; private set; }

    /// <summary>Days by which CNIPA extended the term of an invention (PL 42).</summary>
    public int TermCompensationDays { get; private set; }

    /// <summary>The last day of the term, computed and never edited (INV-02); null while the filing date is unknown.</summary>
    public DateOnly? ExpiryDate { get; private set; }

    /// <summary>IPC symbols, the main classification first; empty for designs.</summary>
    public IReadOnlyList<string> IpcSymbols { get; private set; } = [];

    /// <summary>Locarno classes of a design.</summary>
    public IReadOnlyList<string> LocarnoClasses { get; private set; } = [];

    /// <summary>Chinese keywords.</summary>
    public IReadOnlyList<string> Keywords { get; private set; } = [];

    /// <summary>English keywords.</summary>
    public IReadOnlyList<string> KeywordsEn { get; private set; } = [];

    /// <summary>Where the technology is applied.</summary>
    public string? ApplicationField { get; private set; }

    /// <summary>The same in English.</summary>
    public string? ApplicationFieldEn { get; private set; }

    /// <summary>GB/T 4754-2017 codes of the industries that apply it.</summary>
    public IReadOnlyList<string> IndustryCodes { get; private set; } = [];

    /// <summary>Technology readiness, 1 to 9.</summary>
    public int? ReadinessLevel { get; private set; }

    /// <summary>The stage that the readiness level stands for.</summary>
    public Maturity? Maturity => TechnologyReadiness.StageOf(ReadinessLevel);

    /// <summary>The WIPO technology field of the main classification (domain.md 5.2); designs have none.</summary>
    public int? FieldNumber => IpcSymbols.Count == 0 ? null : WipoField.NumberOf(IpcSymbols[0]);

    /// <summary>The owners with their shares, which sum to 100 % (INV-140); empty only while nobody knows them.</summary>
    public IReadOnlyList<PatentOwner> Owners => [.. _owners.OrderBy(owner => owner.Position)];

    /// <summary>The report that a utility model or design needs to be openly licensed (OL-05).</summary>
    public EvaluationReport? EvaluationReport { get; private set; }

    /// <summary>Whether it came out of a publicly funded project (UN-10).</summary>
    public FundingDeclaration? Funding { get; private set; }

    /// <summary>The number of a utility model filed the same day for the same creation, which is at risk of abandonment (OL-28).</summary>
    public PatentNumber? SameDayUtilityModel { get; private set; }

    /// <summary>Records a patent, with nothing yet known of its grant.</summary>
    public static Refusal? Record(PatentDetails details, DateOnly today, out Patent patent)
    {
        patent = new Patent { Kind = details.Kind, Text = new PatentText() };
        if (PatentChecks.Problems(details, today) is { Count: > 0 } problems)
        {
            return new InputInvalid(problems);
        }
        patent.Take(details);
        patent.Note(new Transition(null, Spelling.Screaming(patent.Status), nameof(Record)));
        patent.Announce(new PatentRecorded());
        return null;
    }

    /// <summary>Adds what is newly known and corrects what differs; its <see cref="Text"/> must be loaded. Says nothing when nothing differs.</summary>
    public Refusal? Update(PatentDetails details, DateOnly today)
    {
        if (details.Kind != Kind)
        {
            return new InputInvalid("kind", $"The patent is recorded as a {Kind}, not as a {details.Kind}.");
        }
        if (PatentChecks.Problems(details, today) is { Count: > 0 } problems)
        {
            return new InputInvalid(problems);
        }
        if (Take(details))
        {
            Announce(new PatentChanged());
        }
        return null;
    }

    /// <summary>Sets the owners, as the register or an import shows them (INV-140).</summary>
    public Refusal? SetOwners(IReadOnlyList<PatentOwner> owners)
    {
        var sum = owners.Sum(owner => owner.Share);
        if (sum != 100 || owners.Any(owner => owner.Share <= 0))
        {
            return new SharesMustSumTo100(sum);
        }
        if (owners.Count == _owners.Count && owners.Zip(Owners).All(pair => pair.First.SameAs(pair.Second)))
        {
            return null;
        }
        _owners.Clear();
        foreach (var owner in owners)
        {
            owner.Position = _owners.Count;
            _owners.Add(owner);
        }
        Announce(new PatentOwnersChanged());
        return null;
    }

    /// <summary>Whether an organization owns a share.</summary>
    public bool IsOwnedBy(long? organizationId) => organizationId is not null && _owners.Exists(owner => owner.OrganizationId == organizationId);

    /// <summary>Records the evaluation report of a utility model or design (OL-05).</summary>
    public Refusal? RecordEvaluationReport(EvaluationReport report, DateOnly today)
    {
        if (Kind == PatentKind.Invention)
        {
            return new InputInvalid("report", "Inventions have no evaluation report (OL-05).");
        }
        if (string.IsNullOrWhiteSpace(report.Reference))
        {
            return new EvidenceRequired("reference");
        }
        if (report.Date > today)
        {
            return new InputInvalid("date", "The report is not from the future.", $"{report.Date:yyyy-MM-dd}");
        }
        EvaluationReport = report;
        Announce(new PatentChanged());
        return null;
    }

    /// <summary>Declares whether it was publicly funded (UN-10).</summary>
    public void DeclareFunding(FundingDeclaration funding)
    {
        Funding = funding;
        Announce(new PatentChanged());
    }

    /// <summary>Names the utility model filed the same day (OL-28).</summary>
    public Refusal? NameSameDayUtilityModel(PatentNumber number)
    {
        if (Kind != PatentKind.Invention || number.Kind != PatentKind.UtilityModel)
        {
            return new InputInvalid("number", "The same day, an invention and a utility model are filed for one creation.", number.Value);
        }
        SameDayUtilityModel = number;
        Announce(new PatentChanged());
        return null;
    }

    private bool Take(PatentDetails details)
    {
        var changed = false;
        Number = Known(Number, details.Number);
        Publication = Known(Publication, details.Publication);
        Title = Known(Title, details.Title)!;
        TitleEn = Known(TitleEn, details.TitleEn);
        FilingDate = Known(FilingDate, details.FilingDate);
        PublicationDate = Known(PublicationDate, details.PublicationDate);
        TermCompensationDays = Known(TermCompensationDays, details.TermCompensationDays) ?? 0;
        IpcSymbols = KnownList(IpcSymbols, details.IpcSymbols);
        LocarnoClasses = KnownList(LocarnoClasses, details.LocarnoClasses);
        Keywords = KnownList(Keywords, details.Keywords);
        KeywordsEn = KnownList(KeywordsEn, details.KeywordsEn);
        ApplicationField = Known(ApplicationField, details.ApplicationField);
        ApplicationFieldEn = Known(ApplicationFieldEn, details.ApplicationFieldEn);
        IndustryCodes = KnownList(IndustryCodes, details.IndustryCodes);
        ReadinessLevel = Known(ReadinessLevel, details.ReadinessLevel);
        ExpiryDate = FilingDate is { } filed ? PatentTerm.LastDay(Kind, filed, TermCompensationDays) : null;
        Text!.Abstract = Known(Text.Abstract, details.Abstract);
        Text.AbstractEn = Known(Text.AbstractEn, details.AbstractEn);
        Text.Claims = Known(Text.Claims, details.Claims);
        Text.ClaimsEn = Known(Text.ClaimsEn, details.ClaimsEn);
        return changed;

        T? Known<T>(T? current, T? given)
        {
            changed |= given is not null && !Equals(current, given);
            return given ?? current;
        }

        IReadOnlyList<string> KnownList(IReadOnlyList<string> current, IReadOnlyList<string>? given)
        {
            if (given is null or { Count: 0 } || current.SequenceEqual(given))
            {
                return current;
            }
            changed = true;
            return given;
        }
    }
}
