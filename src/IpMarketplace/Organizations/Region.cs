using System.Collections.Frozen;

namespace IpMarketplace.Organizations;

/// <summary>
/// Administrative divisions of China (GB/T 2260): six digits, of which the first two are the province. The provinces are built in;
/// cities and counties come with the vocabulary.
/// </summary>
public static class Region
{
    /// <summary>The provinces by their first two digits, with their Chinese and English names.</summary>
    public static readonly FrozenDictionary<string, (string Name, string NameEn)> Provinces = new Dictionary<string, (string, string)>
    {
        ["11"] = ("北京市", "Beijing"),
        ["12"] = ("天津市", "Tianjin"),
        ["13"] = ("河北省", "Hebei"),
        ["14"] = ("山西省", "Shanxi"),
        ["15"] = ("内蒙古自治区", "Inner Mongolia"),
        ["21"] = ("辽宁省", "Liaoning"),
        ["22"] = ("吉林省", "Jilin"),
        ["23"] = ("黑龙江省", "Heilongjiang"),
        ["31"] = ("上海市", "Shanghai"),
        ["32"] = ("江苏省", "Jiangsu"),
        ["33"] = ("浙江省", "Zhejiang"),
        ["34"] = ("安徽省", "Anhui"),
        ["35"] = ("福建省", "Fujian"),
        ["36"] = ("江西省", "Jiangxi"),
        ["37"] = ("山东省", "Shandong"),
        ["41"] = ("河南省", "Henan"),
        ["42"] = ("湖北省", "Hubei"),
        ["43"] = ("湖南省", "Hunan"),
        ["44"] = ("广东省", "Guangdong"),
        ["45"] = ("广西壮族自治区", "Guangxi"),
        ["46"] = ("海南省", "Hainan"),
        ["50"] = ("重庆市", "Chongqing"),
        ["51"] = ("四川省", "Sichuan"),
        ["52"] = ("贵州省", "Guizhou"),
        ["53"] = ("云南省", "Yunnan"),
        ["54"] = ("西藏自治区", "Tibet"),
        ["61"] = ("陕西省", "Shaanxi"),
        ["62"] = ("甘肃省", "Gansu"),
        ["63"] = ("青海省", "Qinghai"),
        ["64"] = ("宁夏回族自治区", "Ningxia"),
        ["65"] = ("新疆维吾尔自治区", "Xinjiang"),
        ["71"] = ("台湾省", "Taiwan"),
        ["81"] = ("香港特别行政区", "Hong Kong"),
        ["82"] = ("澳门特别行政区", "Macao"),
    }.ToFrozenDictionary();

    /// <summary>Whether the text has six digits and begins with a province (GI-14).</summary>
    public static bool IsValid(string? code) => code is { Length: 6 } && code.All(char.IsAsciiDigit) && Provinces.ContainsKey(code[..2]);

    /// <summary>The six-digit code of the province whose Chinese name, with or without its ending, is given; otherwise null.</summary>
    public static string? CodeOfProvince(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }
        var found = Provinces.FirstOrDefault(province => province.Value.Name.StartsWith(name.Trim(), StringComparison.Ordinal));
        return found.Key is { } code ? code + "0000" : null;
    }
}
