using System.Globalization;
using System.Text.RegularExpressions;

namespace IpMarketplace.Organizations;

/// <summary>Codes of the national industry classification (GB/T 4754-2017; domain.md 5.3): a letter and none, two, three or four digits.</summary>
public static partial class IndustryCodes
{
    private static readonly Dictionary<char, (int From, int To)> Divisions = new()
    {
        ['A'] = (1, 5),
        ['B'] = (6, 12),
        ['C'] = (13, 43),
        ['D'] = (44, 46),
        ['E'] = (47, 50),
        ['F'] = (51, 52),
        ['G'] = (53, 60),
        ['H'] = (61, 62),
        ['I'] = (63, 65),
        ['J'] = (66, 69),
        ['K'] = (70, 70),
        ['L'] = (71, 72),
        ['M'] = (73, 75),
        ['N'] = (76, 79),
        ['O'] = (80, 82),
        ['P'] = (83, 83),
        ['Q'] = (84, 85),
        ['R'] = (86, 90),
        ['S'] = (91, 96),
        ['T'] = (97, 97),
    };

    /// <summary>Whether the code is well formed and its division belongs to its letter (GI-14).</summary>
    public static bool IsValid(string? code)
    {
        if (code is null || !Form().IsMatch(code))
        {
            return false;
        }
        var (from, to) = Divisions[code[0]];
        return code.Length == 1 || int.Parse(code.AsSpan(1, 2), CultureInfo.InvariantCulture) is var division && division >= from && division <= to;
    }

    [GeneratedRegex("^[A-T]([0-9]{2}([0-9]([0-9])?)?)?$")]
    private static partial Regex Form();
}
