using System.Collections.Frozen;

namespace IpMarketplace.Catalogue.Text;

/// <summary>
/// Words that say nothing about a technology: "method", "device", "based on". They are cut out of a text and the text falls into pieces there, so
/// that no pair of characters is formed across them.
/// </summary>
internal static class GenericWords
{
    private const int LongestChinese = 4;

    private static readonly FrozenSet<ulong> Chinese = Words(
        "研究 研发 开发 研制 应用 产业化 项目 技术 关键技术 关键 方法 制备 制备方法 系统 装置 设备 工艺 产品 生产 制造 及其 以及 一种 新型 基于 用于 有关 相关 实现 解决 问题 难题 需求 内容 目标 预期目标 预期",
        "现有 工作 基础 工作基础 企业 公司 单位 我司 我公司 本公司 有限公司 集团 希望 需要 要求 达到 目前 提高 进行 采用 通过 可以 能够 具有 合作 主要 以上 以下 方面 国内 国外 国际 市场 推广 示范 集成 创新",
        "成果 转化 升级 改造 建设 设计 优化 提升 改进 新产品 新技术 方案 指标 完成 形成 人员 专利 发明 发明专利 实用新型 先进 水平 领先 良好 效果 性能 高性能 高效 使用 作为 其中 由于 因此 同时 根据 结合 针对",
        "对于 不同 各种 多种 一定 寻求 关于 情况 条件 领域 行业 发展 经济 效益 社会 投入 资金 万元 如何 什么 怎样 能否 是否").Select(Key).ToFrozenSet();

    /// <summary>Most characters begin none of the words, which one look at this tells.</summary>
    private static readonly bool[] Begins = Beginnings();

    private static readonly FrozenSet<string> English = Words(
        "a an and are as at be being by can comprises comprising for from has have having in include includes including into is it its of on or such",
        "that the their thereby therefor therefore therein thereof these this to used using via wherein which while with within",
        "apparatus based device devices improved invention method methods novel process processes said same system systems technology use").ToFrozenSet();

    /// <summary>The length of the longest Chinese generic word that begins here, or 0.</summary>
    public static int ChineseAt(ReadOnlySpan<char> run)
    {
        if (run.IsEmpty || !Begins[run[0]])
        {
            return 0;
        }
        for (var length = Math.Min(LongestChinese, run.Length); length > 1; length--)
        {
            if (Chinese.Contains(Key(run[..length])))
            {
                return length;
            }
        }
        return 0;
    }

    /// <summary>Whether an English word, in small letters, is generic.</summary>
    public static bool IsEnglish(ReadOnlySpan<char> word) => English.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool[] Beginnings()
    {
        var begins = new bool[char.MaxValue + 1];
        foreach (var key in Chinese)
        {
            var letter = key;
            while (letter > char.MaxValue)
            {
                letter >>= 16;
            }
            begins[letter] = true;
        }
        return begins;
    }

    private static IEnumerable<string> Words(params string[] lines) => lines.SelectMany(line => line.Split(' '));

    private static ulong Key(string word) => Key(word.AsSpan());

    private static ulong Key(ReadOnlySpan<char> word)
    {
        var key = 0UL;
        foreach (var letter in word)
        {
            key = (key << 16) | letter;
        }
        return key;
    }
}
