using System.Globalization;

namespace IpMarketplace.Persistence.Inputs;

/// <summary>What holds for every value that is sent, whatever it is for. A column may hold less, see <see cref="Conventions.ColumnLimits"/>.</summary>
public static class InputLimits
{
    /// <summary>The longest text of a mutation, in UTF-16 units: a little more than the longest column that holds one.</summary>
    public const int LongestText = 10_000;

    /// <summary>The longest text by which something is looked up, in UTF-16 units: no name is longer.</summary>
    public const int LongestQueryText = 200;

    /// <summary>The largest amount, as a column of money holds it: <c>decimal(18,2)</c>.</summary>
    public const decimal LargestAmount = 9_999_999_999_999_999.99m;

    /// <summary>The first day that a date may name.</summary>
    public static readonly DateOnly FirstDay = new(1900, 1, 1);

    /// <summary>The last day that a date may name; the calendar goes on, so that terms and deadlines can be computed from it.</summary>
    public static readonly DateOnly LastDay = new(2200, 12, 31);

    /// <summary>What is wrong with an amount or a date by itself; null when nothing is.</summary>
    public static string? ProblemOf(object value) => value switch
    {
        decimal amount when Math.Abs(amount) > LargestAmount =>
            string.Create(CultureInfo.InvariantCulture, $"An amount lies between -{LargestAmount:0.00} and {LargestAmount:0.00}."),
        DateOnly day when day < FirstDay || day > LastDay => $"A date lies between {FirstDay:yyyy-MM-dd} and {LastDay:yyyy-MM-dd}.",
        _ => null,
    };

    /// <summary>What is wrong with the length of a text; null when nothing is.</summary>
    public static string? ProblemOf(string text, int longest) => text.Length > longest ? $"It has at most {longest} characters, not {text.Length}." : null;

    /// <summary>A value as people write it.</summary>
    public static string Written(object value) => value is DateOnly day
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
