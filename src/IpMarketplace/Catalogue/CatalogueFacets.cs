using System.Globalization;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue;

/// <summary>What the numbers of facet values stand for. 0 is always "none", except for offer kinds.</summary>
public static class CatalogueFacets
{
    /// <summary>The letter of a section.</summary>
    public static string? SectionLetter(int value) => value == 0 ? null : ((char)('A' + value - 1)).ToString();

    /// <summary>The number of a section's letter.</summary>
    public static int SectionValue(string letter) => letter.Length == 1 && char.ToUpperInvariant(letter[0]) is >= 'A' and <= 'H' and var section ? section - 'A' + 1 : 0;

    /// <summary>The GB/T 2260 code of a province, two digits.</summary>
    public static string? ProvinceCode(int value) => value == 0 ? null : Provinces.CodeOf(value);

    /// <summary>The number of a province by the first two digits of its code.</summary>
    public static int ProvinceValue(string code) => Provinces.NumberOf(code.Length >= 2 ? code[..2] : code);

    /// <summary>The kind of institution.</summary>
    public static OrganizationKind? InstitutionKind(int value) => value == 0 ? null : (OrganizationKind)(value - 1);

    /// <summary>The fee band.</summary>
    public static FeeBand? FeeBand(int value) => value == 0 ? null : (FeeBand)(value - 1);

    /// <summary>The kind of patent.</summary>
    public static PatentKind? PatentKind(int value) => value == 0 ? null : (PatentKind)(value - 1);

    /// <summary>The number of an enum's value, where 0 stands for none.</summary>
    public static int ValueOf<T>(T value) where T : struct, Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture) + 1;
}
