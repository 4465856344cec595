using System.Text.RegularExpressions;

namespace IpMarketplace.OpenLicensing;

/// <summary>
/// Commercial promotion, which an open licence must not contain (OL-04, IR 85(3)). Only phrases that no technical description
/// needs: 第一电极 and "the best mode" are patent language, 全国第一 and "best price" are advertising.
/// </summary>
public static partial class PromotionalWords
{
    private static readonly string[] Chinese =
    [
        "全国第一", "全球第一", "世界第一", "行业第一", "国内第一", "销量第一", "排名第一", "全网最", "史上最", "最低价", "最便宜", "最赚钱",
        "顶级品质", "极品", "王牌", "独家优惠", "史无前例", "绝无仅有", "遥遥领先", "世界领先", "国际领先", "全球领先", "国内领先", "行业领先",
        "超值", "特惠", "优惠价", "大促", "促销", "抢购", "秒杀", "限时", "仅此一次", "机不可失", "欲购从速", "先到先得", "买一送一", "打折", "跳楼价",
        "稳赚", "包赚", "必赚", "暴利", "零风险", "无风险", "一本万利", "财富自由", "百分之百成功", "100%成功", "保证盈利", "国家推荐", "政府推荐",
    ];

    private static readonly string[] English =
    [
        "best price", "best deal", "lowest price", "number one", "no. 1", "world-leading", "world leading", "world-class", "industry-leading",
        "unbeatable", "unrivalled", "unrivaled", "unparalleled", "one of a kind", "once in a lifetime", "game-changing", "revolutionary",
        "limited offer", "limited time", "special offer", "act now", "hurry", "don't miss", "discount", "bargain", "on sale", "first come, first served",
        "guaranteed profit", "guaranteed success", "risk-free", "risk free", "get rich", "money-making", "huge profits", "recommended by the government",
    ];

    private static readonly Regex Pattern = new(
        string.Join('|', Chinese.Select(Regex.Escape)) + "|\\b(?:" + string.Join('|', English.Select(Regex.Escape)) + ")(?!\\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

    /// <summary>The first promotional phrase of a text as it stands there, or null.</summary>
    public static string? FirstIn(string? text) => text is not null && Pattern.Match(Blanks().Replace(text, " ")) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
