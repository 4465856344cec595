using System.Globalization;
using IpMarketplace.Kernel.Errors;

namespace IpMarketplace.OpenLicensing;

/// <summary>One part of a fixed sum.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Amount">RMB.</param>
/// <param name="MonthsAfterNotice">Months between the notice and the day it is due; 0 is due with the notice.</param>
public sealed record Instalment(int Number, decimal Amount, int MonthsAfterNotice);

/// <summary>
/// The payment method and standard of a licence fee (OL-03, OL-11, FE-12, FE-13). Amounts are RMB, exact to 0.01 and never
/// negative (GI-11). It cannot be made wrong: <see cref="From"/> either refuses or gives terms that hold together.
/// </summary>
public sealed record FeeTerms
{
    /// <summary>A fixed fee above this is generally not for an open licence (OL-10), RMB.</summary>
    public const decimal UsualFixedFee = 20_000_000m;

    /// <summary>A royalty on profit above this is generally not for an open licence (OL-10), percent.</summary>
    public const decimal UsualProfitRoyalty = 40m;

    /// <summary>A royalty on sales, price or output above this is generally not for an open licence (OL-10), percent.</summary>
    public const decimal UsualSalesRoyalty = 20m;

    private const decimal LargestAmount = 100_000_000_000m;

    private FeeTerms()
    {
    }

    /// <summary>Nothing is paid.</summary>
    public static FeeTerms Free => new() { Structure = FeeStructure.Free };

    /// <summary>How it is paid.</summary>
    public FeeStructure Structure { get; private init; }

    /// <summary>The fixed sum in RMB: the lump sum, the total of the instalments, or the entry fee. Null where none is paid.</summary>
    public decimal? FixedAmount { get; private init; }

    /// <summary>Into how many equal parts the fixed sum is divided; only for instalments.</summary>
    public int? InstalmentCount { get; private init; }

    /// <summary>Months between two instalments; only for instalments.</summary>
    public int? InstalmentMonths { get; private init; }

    /// <summary>The royalty in percent of the base, with at most two decimals. Null where none is paid.</summary>
    public decimal? RoyaltyPercent { get; private init; }

    /// <summary>What the royalty is a share of.</summary>
    public RoyaltyBase? RoyaltyBase { get; private init; }

    /// <summary>What is due with the notice, RMB: nothing when free or a pure running royalty (OL-52, OL-53).</summary>
    public decimal FirstPaymentDue => Schedule.Count == 0 ? 0m : Schedule[0].Amount;

    /// <summary>The parts of the fixed sum; they add up to it to the last fen, the remainder being in the first (GI-11).</summary>
    public IReadOnlyList<Instalment> Schedule
    {
        get
        {
            if (FixedAmount is not { } total)
            {
                return [];
            }
            var parts = InstalmentCount ?? 1;
            var part = Math.Round(total / parts, 2, MidpointRounding.ToZero);
            return [.. Enumerable.Range(0, parts).Select(i => new Instalment(i + 1, i == 0 ? total - part * (parts - 1) : part, i * (InstalmentMonths ?? 0)))];
        }
    }

    /// <summary>Where the terms exceed what is usual for an open licence; each needs a written reason (OL-10).</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            var warnings = new List<string>();
            if (FixedAmount > UsualFixedFee)
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"OL-10: a fixed fee is generally not above RMB {UsualFixedFee:N0}."));
            }
            var usual = RoyaltyBase is OpenLicensing.RoyaltyBase.Profit ? UsualProfitRoyalty : UsualSalesRoyalty;
            if (RoyaltyPercent > usual)
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"OL-10: a royalty of this kind is generally not above {usual:0.##}%."));
            }
            return warnings;
        }
    }

    /// <summary>Makes terms, or names everything that is wrong with them.</summary>
    /// <param name="structure">How the fee is paid; it decides which of the others must be given.</param>
    /// <param name="fixedAmount">RMB; for a lump sum, instalments and an entry fee.</param>
    /// <param name="instalmentCount">2 to 60; for instalments.</param>
    /// <param name="instalmentMonths">1 to 12; for instalments.</param>
    /// <param name="royaltyPercent">Above 0, at most 100; for a royalty.</param>
    /// <param name="royaltyBase">For a royalty.</param>
    /// <param name="terms">The terms; free of charge when refused.</param>
    public static Refusal? From(
        FeeStructure structure,
        decimal? fixedAmount,
        int? instalmentCount,
        int? instalmentMonths,
        decimal? royaltyPercent,
        RoyaltyBase? royaltyBase,
        out FeeTerms terms)
    {
        var problems = new List<InputProblem>();
        var paysFixed = structure is FeeStructure.LumpSum or FeeStructure.Instalments or FeeStructure.EntryPlusRoyalty;
        var paysParts = structure is FeeStructure.Instalments;
        var paysRoyalty = structure is FeeStructure.Royalty or FeeStructure.EntryPlusRoyalty;

        Check("fixedAmount", fixedAmount, paysFixed, amount => amount is > 0 and <= LargestAmount && IsExact(amount), "an amount above 0 with at most two decimals");
        Check("instalmentCount", instalmentCount, paysParts, count => count is >= 2 and <= 60, "a number from 2 to 60");
        Check("instalmentMonths", instalmentMonths, paysParts, months => months is >= 1 and <= 12, "a number from 1 to 12");
        Check("royaltyPercent", royaltyPercent, paysRoyalty, percent => percent is > 0 and <= 100 && IsExact(percent), "a percentage up to 100 with at most two decimals");
        Check("royaltyBase", royaltyBase, paysRoyalty, Enum.IsDefined, "the base the royalty is a share of");

        terms = problems.Count > 0
            ? Free
            : new FeeTerms
            {
                Structure = structure,
                FixedAmount = fixedAmount,
                InstalmentCount = instalmentCount,
                InstalmentMonths = instalmentMonths,
                RoyaltyPercent = royaltyPercent,
                RoyaltyBase = royaltyBase,
            };
        return problems.Count > 0 ? new InputInvalid(problems) : null;

        void Check<T>(string field, T? value, bool needed, Func<T, bool> isRight, string right) where T : struct
        {
            var problem = needed && (value is not { } given || !isRight(given)) ? $"This fee structure needs {right}."
                : !needed && value is not null ? "This fee structure has no such part; leave it out."
                : null;
            if (problem is not null)
            {
                problems.Add(new InputProblem($"declaration.fee.{field}", problem, Convert.ToString(value, CultureInfo.InvariantCulture)));
            }
        }
    }

    /// <summary>The terms as the notice document states them, in Chinese.</summary>
    public string InChinese()
    {
        var royalty = string.Create(CultureInfo.InvariantCulture, $"按{BaseInChinese()}的{RoyaltyPercent:0.##}%支付提成费");
        return Structure switch
        {
            FeeStructure.LumpSum => string.Create(CultureInfo.InvariantCulture, $"一次总付人民币{FixedAmount:N2}元"),
            FeeStructure.Instalments => string.Create(
                CultureInfo.InvariantCulture,
                $"总额人民币{FixedAmount:N2}元,分{InstalmentCount}期支付,每{InstalmentMonths}个月一期,首期人民币{FirstPaymentDue:N2}元"),
            FeeStructure.Royalty => royalty,
            FeeStructure.EntryPlusRoyalty => string.Create(CultureInfo.InvariantCulture, $"入门费人民币{FixedAmount:N2}元,另{royalty}"),
            _ => "免费",
        };
    }

    private string BaseInChinese() => RoyaltyBase switch
    {
        OpenLicensing.RoyaltyBase.Profit => "利润",
        OpenLicensing.RoyaltyBase.ProductPrice => "产品价格",
        OpenLicensing.RoyaltyBase.AddedOutputValue => "新增产值",
        _ => "净销售额",
    };

    private static bool IsExact(decimal value) => decimal.Round(value, 2) == value;
}
