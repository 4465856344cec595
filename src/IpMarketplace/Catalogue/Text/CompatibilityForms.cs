namespace IpMarketplace.Catalogue.Text;

/// <summary>
/// The compatibility forms of Unicode (NFKC) that patent texts contain, as a table of our own: the product runs without a culture database, where
/// <see cref="string.Normalize()"/> leaves text as it is.
/// </summary>
internal static class CompatibilityForms
{
    /// <summary>The 214 radicals from U+2F00, which documents scanned or copied from PDF hold in place of the characters.</summary>
    private const string Radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢" +
        "石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"];

    /// <summary>Single characters that stand for several or for another one.</summary>
    private static readonly (char From, string To)[] Others =
    [
        ('\u3000', " "), ('\u00A0', " "), ('℃', "°C"), ('℉', "°F"), ('Å', "Å"), ('µ', "μ"), ('Ω', "Ω"), ('™', "TM"), ('№', "No"), ('℡', "TEL"),
        ('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('¼', "1⁄4"), ('½', "1⁄2"), ('¾', "3⁄4"), ('…', "..."), ('﹢', "+"), ('﹣', "-"), ('﹟', "#"),
        ('㎀', "pA"), ('㎁', "nA"), ('㎂', "μA"), ('㎃', "mA"), ('㎄', "kA"), ('㎅', "KB"), ('㎆', "MB"), ('㎇', "GB"), ('㎈', "cal"), ('㎉', "kcal"), ('㎊', "pF"),
        ('㎋', "nF"), ('㎌', "μF"), ('㎍', "μg"), ('㎎', "mg"), ('㎏', "kg"), ('㎐', "Hz"), ('㎑', "kHz"), ('㎒', "MHz"), ('㎓', "GHz"), ('㎔', "THz"), ('㎕', "μl"),
        ('㎖', "ml"), ('㎗', "dl"), ('㎘', "kl"), ('㎙', "fm"), ('㎚', "nm"), ('㎛', "μm"), ('㎜', "mm"), ('㎝', "cm"), ('㎞', "km"), ('㎟', "mm2"), ('㎠', "cm2"),
        ('㎡', "m2"), ('㎢', "km2"), ('㎣', "mm3"), ('㎤', "cm3"), ('㎥', "m3"), ('㎦', "km3"), ('㎩', "Pa"), ('㎪', "kPa"), ('㎫', "MPa"), ('㎬', "GPa"), ('㎰', "ps"),
        ('㎱', "ns"), ('㎲', "μs"), ('㎳', "ms"), ('㎴', "pV"), ('㎵', "nV"), ('㎶', "μV"), ('㎷', "mV"), ('㎸', "kV"), ('㎹', "MV"), ('㎺', "pW"), ('㎻', "nW"),
        ('㎼', "μW"), ('㎽', "mW"), ('㎾', "kW"), ('㎿', "MW"), ('㏀', "kΩ"), ('㏁', "MΩ"), ('㏄', "cc"), ('㏈', "dB"), ('㏑', "ln"), ('㏒', "log"), ('㏗', "PH"),
    ];

    /// <summary>Every form of the table and what it stands for.</summary>
    public static IEnumerable<(char From, string To)> All()
    {
        for (var i = 0; i < 94; i++)
        {
            yield return ((char)(0xFF01 + i), ((char)('!' + i)).ToString());
        }
        for (var i = 0; i < Radicals.Length; i++)
        {
            yield return ((char)(0x2F00 + i), Radicals[i].ToString());
        }
        for (var i = 0; i < Roman.Length; i++)
        {
            yield return ((char)(0x2160 + i), Roman[i]);
            yield return ((char)(0x2170 + i), Roman[i]);
        }
        for (var i = 1; i <= 20; i++)
        {
            yield return ((char)(0x245F + i), $"{i}");
            yield return ((char)(0x2473 + i), $"({i})");
            yield return ((char)(0x2487 + i), $"{i}.");
        }
        for (var i = 0; i <= 9; i++)
        {
            yield return ((char)(0x2080 + i), $"{i}");
            yield return (i switch { 1 => '¹', 2 => '²', 3 => '³', _ => (char)(0x2070 + i) }, $"{i}");
        }
        foreach (var form in Others)
        {
            yield return form;
        }
    }
}
