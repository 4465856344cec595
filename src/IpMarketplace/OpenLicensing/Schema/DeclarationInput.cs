using IpMarketplace.Kernel.Errors;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>Payment method and standard of a licence fee (OL-11, FE-13). The structure decides which other parts must be given.</summary>
/// <param name="Structure">How it is paid.</param>
/// <param name="FixedAmount">RMB: the lump sum, the total of the instalments, or the entry fee.</param>
/// <param name="InstalmentCount">Number of equal instalments, 2 to 60.</param>
/// <param name="InstalmentMonths">Months between two instalments, 1 to 12.</param>
/// <param name="RoyaltyPercent">Royalty in percent of the base, at most two decimals.</param>
/// <param name="RoyaltyBase">What the royalty is a share of.</param>
public sealed record FeeTermsInput(
    FeeStructure Structure,
    decimal? FixedAmount = null,
    int? InstalmentCount = null,
    int? InstalmentMonths = null,
    decimal? RoyaltyPercent = null,
    RoyaltyBase? RoyaltyBase = null);

/// <summary>What a patentee declares beside the patent's own data (OL-03).</summary>
/// <param name="Fee">Payment method and standard of the fee.</param>
/// <param name="PeriodEnd">The last day of every licence taken; at most the patent's last day (OL-13).</param>
/// <param name="FeeStatement">The basis and method of the fee, about 2,000 characters at most (OL-12).</param>
/// <param name="OtherMatters">What else must be made clear, such as optional technical support (OL-59).</param>
/// <param name="PaymentDays">Days after the notice within which the first payment is made; 30 when not given.</param>
/// <param name="AboveUsualReason">Why the fee is above what is usual (OL-10).</param>
/// <param name="PricePostedOn">The day on which name and price were publicised inside the unit (UN-03).</param>
public sealed record DeclarationInput(
    FeeTermsInput Fee,
    DateOnly PeriodEnd,
    [property: Paragraphs] string? FeeStatement = null,
    [property: Paragraphs] string? OtherMatters = null,
    int? PaymentDays = null,
    [property: Paragraphs] string? AboveUsualReason = null,
    DateOnly? PricePostedOn = null)
{
    internal Refusal? Read(out Declaration declaration)
    {
        var refusal = FeeTerms.From(
            Fee.Structure, Fee.FixedAmount, Fee.InstalmentCount, Fee.InstalmentMonths, Fee.RoyaltyPercent, Fee.RoyaltyBase, out var fee);
        declaration = new Declaration(
            fee, PeriodEnd, FeeStatement ?? "", OtherMatters ?? "", PaymentDays ?? Declaration.UsualPaymentDays, AboveUsualReason, PricePostedOn);
        return refusal;
    }
}
