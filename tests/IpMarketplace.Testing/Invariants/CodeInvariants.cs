using System.Globalization;
using System.Text.RegularExpressions;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Testing.Invariants;

/// <summary>GI-14 and GI-15: check digits and deadlines, computed anew from the standards and the calendar, not by the domain's own code.</summary>
internal static partial class CodeInvariants
{
    private const string CreditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int MonthsToRecordal = 3;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static async Task<IEnumerable<string>> BrokenInAsync(MarketplaceDbContext db)
    {
        var numbers = await db.Database.SqlQueryRaw<string>("""SELECT "Number" AS "Value" FROM "Patents" WHERE "Number" IS NOT NULL""").ToListAsync();
        var credit = await db.Database.SqlQueryRaw<string>("""SELECT "CreditCode" AS "Value" FROM "Organizations" WHERE "CreditCode" IS NOT NULL""").ToListAsync();
        var industries = await db.Database.SqlQueryRaw<string>("""SELECT "IndustryCode" AS "Value" FROM "Organizations" WHERE "IndustryCode" IS NOT NULL""").ToListAsync();
        var deadlines = await db.Database.SqlQueryRaw<Deadline>("""SELECT "Number", "EffectiveAt", "RecordalDueOn" FROM "Licences" """).ToListAsync();
        return
        [
            .. numbers.Where(number => !IsPatentNumber(number)).Select(number => $"GI-14 a patent number has a wrong check digit: {number}"),
            .. credit.Where(code => !IsCreditCode(code)).Select(code => $"GI-14 a credit code has a wrong check character: {code}"),
            .. industries.Where(code => !IndustryCode().IsMatch(code)).Select(code => $"GI-14 an industry is no code of GB/T 4754: {code}"),
            .. deadlines.Where(row => DueOn(row.EffectiveAt) != row.RecordalDueOn).Select(row => $"GI-15 a recordal is due on another day than three months after effect: {row.Number}"),
        ];
    }

    private sealed record Deadline(string Number, DateTime EffectiveAt, DateOnly RecordalDueOn);

    private static DateOnly DueOn(DateTime effectiveAt)
    {
        var due = DateOnly.FromDateTime(effectiveAt + China).AddMonths(MonthsToRecordal);
        return due.DayOfWeek switch
        {
            DayOfWeek.Saturday => due.AddDays(2),
            DayOfWeek.Sunday => due.AddDays(1),
            _ => due,
        };
    }

    // Digits weighted 2 to 9 over and over; the sum modulo 11 is the digit behind the point, X for 10.
    private static bool IsPatentNumber(string number)
    {
        var digits = new string([.. number.Where(char.IsAsciiLetterOrDigit)]);
        if (digits.Length is not (9 or 13))
        {
            return false;
        }
        var sum = digits[..^1].Select((digit, place) => (digit - '0') * (2 + (place % 8))).Sum() % 11;
        return digits[^1] == (sum == 10 ? 'X' : (char)('0' + sum));
    }

    // GB 32100: the characters' places weighted by powers of 3 modulo 31; the check makes the sum divisible by 31.
    private static bool IsCreditCode(string code)
    {
        if (code.Length != 18 || code.Any(character => !CreditCodeAlphabet.Contains(character, StringComparison.Ordinal)))
        {
            return false;
        }
        var (sum, weight) = (0, 1);
        foreach (var character in code[..^1])
        {
            sum += CreditCodeAlphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return CreditCodeAlphabet[(31 - (sum % 31)) % 31].ToString(CultureInfo.InvariantCulture) == code[^1..];
    }

    [GeneratedRegex("^[A-T]([0-9]{2,4})?$")]
    private static partial Regex IndustryCode();
}
