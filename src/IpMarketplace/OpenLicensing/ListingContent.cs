using IpMarketplace.Kernel.Errors;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.OpenLicensing;

/// <summary>What a listing says. A draft may lack parts; a submitted one may not (domain.md 9.3).</summary>
/// <param name="Title">A headline in plain language.</param>
/// <param name="Summary">What the invention does and for whom, in plain language.</param>
/// <param name="ApplicationFields">Where it can be used.</param>
/// <param name="Industries">Industries it is for, by GB/T 4754-2017 codes.</param>
/// <param name="Maturity">How far the technology is developed.</param>
/// <param name="Contact">Whom to ask: an office and how to reach it. Never public (GI-10).</param>
/// <param name="CoOwnerConsents">References to the written consents of the other owners.</param>
public sealed record ListingContent(
    string Title,
    string Summary,
    IReadOnlyList<string> ApplicationFields,
    IReadOnlyList<string> Industries,
    Maturity? Maturity,
    string Contact,
    IReadOnlyList<string> CoOwnerConsents)
{
    /// <summary>The longest title.</summary>
    public const int TitleLength = 200;

    /// <summary>The longest summary.</summary>
    public const int SummaryLength = 4000;

    /// <summary>The longest application field, contact or consent reference.</summary>
    public const int LineLength = 200;

    /// <summary>The most entries of a list.</summary>
    public const int ListLength = 20;

    /// <summary>What is malformed, whether the listing is a draft or not.</summary>
    public IReadOnlyList<InputProblem> Problems()
    {
        var problems = new List<InputProblem>();
        Lines("applicationFields", ApplicationFields);
        Lines("industries", Industries);
        Lines("coOwnerConsents", CoOwnerConsents);
        for (var i = 0; i < Industries.Count; i++)
        {
            if (!IndustryCodes.IsValid(Industries[i]))
            {
                problems.Add(new InputProblem($"content.industries[{i}]", "An industry has the letter and digits of GB/T 4754-2017, such as C35.", Industries[i]));
            }
        }
        return problems;

        void Lines(string field, IReadOnlyList<string> lines)
        {
            if (lines.Count > ListLength)
            {
                problems.Add(new InputProblem($"content.{field}", $"It has at most {ListLength} entries."));
            }
            for (var i = 0; i < lines.Count; i++)
            {
                if (string.IsNullOrWhiteSpace(lines[i]) || lines[i].Length > LineLength)
                {
                    problems.Add(new InputProblem($"content.{field}[{i}]", $"An entry has 1 to {LineLength} characters."));
                }
            }
        }
    }

    /// <summary>The parts that a submitted listing must have and this one lacks.</summary>
    /// <param name="coOwners">How many other owners the patent has; each must have consented.</param>
    public IReadOnlyList<string> Missing(int coOwners)
    {
        var missing = new List<string>();
        Need("title", Title.Trim().Length > 0);
        Need("summary", Summary.Trim().Length > 0);
        Need("applicationFields", ApplicationFields.Count > 0);
        Need("industries", Industries.Count > 0);
        Need("maturity", Maturity is not null);
        Need("contact", Contact.Trim().Length > 0);
        Need("coOwnerConsents", CoOwnerConsents.Count >= coOwners);
        return missing;

        void Need(string field, bool isThere)
        {
            if (!isThere)
            {
                missing.Add(field);
            }
        }
    }

    /// <summary>The first promotional phrase in what the public reads (OL-04), or null.</summary>
    public PromotionalWording? Promotion()
    {
        foreach (var (field, text) in new[] { ("title", Title), ("summary", Summary) }.Concat(ApplicationFields.Select(text => ("applicationFields", text))))
        {
            if (PromotionalWords.FirstIn(text) is { } words)
            {
                return new PromotionalWording(field, words);
            }
        }
        return null;
    }
}
