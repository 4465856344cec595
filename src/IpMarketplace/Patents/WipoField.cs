using System.Collections.Frozen;

namespace IpMarketplace.Patents;

/// <summary>One of the 35 technology fields of WIPO (domain.md 5.2).</summary>
/// <param name="Number">1 to 35.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Sector">Its sector, in English.</param>
public sealed record WipoField(int Number, string Name, string NameEn, string Sector)
{
    private const string Electrical = "Electrical engineering", Instruments = "Instruments", Chemistry = "Chemistry",
        Mechanical = "Mechanical engineering", OtherFields = "Other fields";

    /// <summary>The fields, in the order of their numbers.</summary>
    public static IReadOnlyList<WipoField> All { get; } =
    [
        new(1, "电气机械、设备、能源", "Electrical machinery, apparatus, energy", Electrical),
        new(2, "视听技术", "Audio-visual technology", Electrical),
        new(3, "电信", "Telecommunications", Electrical),
        new(4, "数字通信", "Digital communication", Electrical),
        new(5, "基础通信程序", "Basic communication processes", Electrical),
        new(6, "计算机技术", "Computer technology", Electrical),
        new(7, "信息技术管理方法", "IT methods for management", Electrical),
        new(8, "半导体", "Semiconductors", Electrical),
        new(9, "光学", "Optics", Instruments),
        new(10, "测量", "Measurement", Instruments),
        new(11, "生物材料分析", "Analysis of biological materials", Instruments),
        new(12, "控制", "Control", Instruments),
        new(13, "医疗技术", "Medical technology", Instruments),
        new(14, "有机精细化学", "Organic fine chemistry", Chemistry),
        new(15, "生物技术", "Biotechnology", Chemistry),
        new(16, "药品", "Pharmaceuticals", Chemistry),
        new(17, "高分子化学、聚合物", "Macromolecular chemistry, polymers", Chemistry),
        new(18, "食品化学", "Food chemistry", Chemistry),
        new(19, "基础材料化学", "Basic materials chemistry", Chemistry),
        new(20, "材料、冶金", "Materials, metallurgy", Chemistry),
        new(21, "表面加工技术、涂层", "Surface technology, coating", Chemistry),
        new(22, "显微结构和纳米技术", "Micro-structural and nano-technology", Chemistry),
        new(23, "化学工程", "Chemical engineering", Chemistry),
        new(24, "环境技术", "Environmental technology", Chemistry),
        new(25, "装卸", "Handling", Mechanical),
        new(26, "机床", "Machine tools", Mechanical),
        new(27, "发动机、泵、涡轮机", "Engines, pumps, turbines", Mechanical),
        new(28, "纺织和造纸机器", "Textile and paper machines", Mechanical),
        new(29, "其他特殊机械", "Other special machines", Mechanical),
        new(30, "热工过程和器具", "Thermal processes and apparatus", Mechanical),
        new(31, "机械零件", "Mechanical elements", Mechanical),
        new(32, "运输", "Transport", Mechanical),
        new(33, "家具、游戏", "Furniture, games", OtherFields),
        new(34, "其他消费品", "Other consumer goods", OtherFields),
        new(35, "土木工程", "Civil engineering", OtherFields),
    ];

    // A prefix that ends in a slash names one main group. Groups split off later (H04N 19, 23, 25) stay in the field they came from.
    private static readonly FrozenDictionary<string, int> ByPrefix = Table(
        (1, "F21 H01B H01C H01F H01G H01H H01J H01K H01M H01R H01T H02 H05B H05C H05F"),
        (2, "G09F G09G G11B H04N_3/ H04N_5/ H04N_9/ H04N_13/ H04N_15/ H04N_17/ H04N_19/ H04N_23/ H04N_25/ H04R H04S H05K"),
        (3, "G08C H01P H01Q H04B H04H H04J H04K H04M H04N_1/ H04N_7/ H04N_11/ H04Q"),
        (4, "H04L H04N_21/ H04W"),
        (5, "H03"),
        (6, "G06 G10L G11C"),
        (7, "G06Q"),
        (8, "H01L H10"),
        (9, "G02 G03B G03C G03D G03F G03G G03H H01S"),
        (10, "G01B G01C G01D G01F G01G G01H G01J G01K G01L G01M G01N G01P G01Q G01R G01S G01V G01W G04 G12B"),
        (11, "G01N_33/"),
        (12, "G05B G05D G05F G07 G08B G08G G09B G09C G09D"),
        (13, "A61B A61C A61D A61F A61G A61H A61J A61L A61M A61N H05G"),
        (14, "C07B C07C C07D C07F C07H C07J C40B A61K_8/ A61Q"),
        (15, "C07G C07K C12M C12N C12P C12Q C12R C12S"),
        (16, "A61K A61P"),
        (17, "C08B C08C C08F C08G C08H C08K C08L"),
        (18, "A01H A21D A23B A23C A23D A23F A23G A23J A23K A23L C12C C12F C12G C12H C12J C13B C13K"),
        (19, "A01N A01P C05 C06 C09 C10 C11"),
        (20, "B22 C01 C03C C04 C21 C22"),
        (21, "B05C B05D B32 C23 C25 C30"),
        (22, "B81 B82"),
        (23, "B01B B01D B01F B01J B01L B02C B03 B04 B05B B06B B07 B08 C14C D06B D06C D06L F25J F26 H05H"),
        (24, "A62C A62D B01D_45/ B01D_46/ B01D_47/ B01D_49/ B01D_50/ B01D_51/ B01D_52/ B01D_53/ B09 B65F C02 E01F_8/ F01N F23G F23J G01T"),
        (25, "B25J B65B B65C B65D B65G B65H B66 B67"),
        (26, "B21 B23 B24 B25B B25C B25D B25F B25G B25H B26D B26F B27 B30"),
        (27, "F01B F01C F01D F01K F01L F01M F01P F02 F03 F04 F23R G21"),
        (28, "A41H A43D A46D B31 B41 C14B D01 D02 D03 D04 D05 D06G D06H D06J D06M D06P D06Q D21"),
        (29, "A01B A01C A01D A01F A01G A01J A01K A01L A01M A21B A21C A22 A23N A23P B02B B28 B29 C03B C08J C12L C13 F41 F42"),
        (30, "F22 F23B F23C F23D F23H F23K F23L F23M F23N F23Q F24 F25B F25C F27 F28"),
        (31, "F15 F16 F17 G05G"),
        (32, "B60 B61 B62 B63 B64"),
        (33, "A47 A63"),
        (34, "A24 A41B A41C A41D A41F A41G A42 A43B A43C A44 A45 A46B A62B B42 B43 B44 B68 D04D D06F D06N D07 F25D G10B G10C G10D G10F G10G G10H G10K"),
        (35, "E01 E02 E03 E04 E05 E06 E21"));

    /// <summary>The field of a normalised IPC symbol: the longest matching prefix wins; null where the concordance has none.</summary>
    public static int? NumberOf(string symbol)
    {
        for (var length = symbol.IndexOf('/') + 1; length > 2; length--)
        {
            if (ByPrefix.TryGetValue(symbol[..length], out var number))
            {
                return number;
            }
        }
        return null;
    }

    private static FrozenDictionary<string, int> Table(params (int Number, string Prefixes)[] fields) => fields
        .SelectMany(field => field.Prefixes.Split(' ').Select(prefix => KeyValuePair.Create(prefix.Replace('_', ' '), field.Number)))
        .ToFrozenDictionary();
}
