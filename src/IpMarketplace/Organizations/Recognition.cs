namespace IpMarketplace.Organizations;

/// <summary>
/// A recognition that an organization holds for a time: a tier of specialised SMEs, high-tech enterprise, demonstration university
/// (domain.md 5.6, M-40). Kinds are data with effective dates, because ministries rename and replace them.
/// </summary>
public sealed class Recognition
{
    private Recognition()
    {
        Code = "";
        Evidence = "";
    }

    internal Recognition(string code, DateOnly from, DateOnly? until, string evidence)
    {
        Code = code;
        From = from;
        Until = until;
        Evidence = evidence;
    }

    /// <summary>The kind, such as <c>LITTLE_GIANT</c>; its names are in the vocabulary of recognitions.</summary>
    public string Code { get; private set; }

    /// <summary>The first day on which it is held.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day on which it is held; null while open-ended.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The published list or notice that shows it.</summary>
    public string Evidence { get; private set; }

    /// <summary>Whether it is held on a date.</summary>
    public bool IsHeldOn(DateOnly date) => From <= date && (Until is null || date <= Until);
}
