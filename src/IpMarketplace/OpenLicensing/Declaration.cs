using IpMarketplace.Kernel.Errors;

namespace IpMarketplace.OpenLicensing;

/// <summary>
/// What a patentee declares beside the patent's own data (OL-03). It names no licensee and restricts none (OL-02, INV-34), and is frozen
/// once approved (INV-31).
/// </summary>
/// <param name="Fee">Payment method and standard of the fee.</param>
/// <param name="PeriodEnd">The last day of every licence taken; at most the patent's last day (OL-13).</param>
/// <param name="FeeStatement">The basis and method of the fee (OL-12), about 2,000 characters at most.</param>
/// <param name="OtherMatters">What else must be made clear, such as optional technical support (OL-59).</param>
/// <param name="PaymentDays">Days after the notice within which the first payment is made; 30 unless declared.</param>
/// <param name="AboveUsualReason">Why the fee is above what is usual (OL-10).</param>
/// <param name="PricePostedOn">The day on which name and price were publicised inside the unit (UN-03).</param>
public sealed record Declaration(
    FeeTerms Fee,
    DateOnly PeriodEnd,
    string FeeStatement,
    string OtherMatters = "",
    int PaymentDays = Declaration.UsualPaymentDays,
    string? AboveUsualReason = null,
    DateOnly? PricePostedOn = null)
{
    /// <summary>Days to pay when nothing else is declared (domain.md 9.5).</summary>
    public const int UsualPaymentDays = 30;

    /// <summary>Above this a statement is longer than CNIPA usually takes (OL-12, U-01): a warning.</summary>
    public const int UsualStatementLength = 2000;

    /// <summary>The longest text that is stored.</summary>
    public const int TextLength = 8000;

    /// <summary>Days for which name and price are publicised inside a university (UN-03).</summary>
    public const int PublicityDays = 15;

    // Entity Framework fills complex members after construction.
    private Declaration() : this(null!, default, "")
    {
    }

    /// <summary>What should be reconsidered; nothing here forbids (OL-10, OL-12).</summary>
    public IReadOnlyList<string> Warnings => FeeStatement.Length > UsualStatementLength
        ? [.. Fee.Warnings, $"OL-12: the fee statement has {FeeStatement.Length} characters; about {UsualStatementLength} are usual at most."]
        : Fee.Warnings;

    /// <summary>What is malformed, whether it is a draft or not.</summary>
    public IReadOnlyList<InputProblem> Problems() => PaymentDays is < 1 or > 365
        ? [new InputProblem("declaration.paymentDays", "The first payment is due within 1 to 365 days.", $"{PaymentDays}")]
        : [];

    /// <summary>The first promotional phrase (OL-04), or null.</summary>
    public PromotionalWording? Promotion() =>
        PromotionalWords.FirstIn(FeeStatement) is { } inStatement ? new PromotionalWording("feeStatement", inStatement)
        : PromotionalWords.FirstIn(OtherMatters) is { } inMatters ? new PromotionalWording("otherMatters", inMatters)
        : null;
}
