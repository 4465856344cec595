using IpMarketplace.Organizations;

namespace IpMarketplace.Patents;

/// <summary>The eight sections of the IPC, known without a loaded vocabulary (domain.md 5.1).</summary>
public static class IpcSection
{
    private static readonly Dictionary<char, (string Name, string NameEn)> Sections = new()
    {
        ['A'] = ("人类生活需要", "Human necessities"),
        ['B'] = ("作业；运输", "Performing operations; transporting"),
        ['C'] = ("化学；冶金", "Chemistry; metallurgy"),
        ['D'] = ("纺织；造纸", "Textiles; paper"),
        ['E'] = ("固定建筑物", "Fixed constructions"),
        ['F'] = ("机械工程；照明；加热；武器", "Mechanical engineering; lighting; heating; weapons"),
        ['G'] = ("物理", "Physics"),
        ['H'] = ("电学", "Electricity"),
    };

    /// <summary>The section of a symbol as a term.</summary>
    public static VocabularyTerm TermOf(string symbol)
    {
        var (name, nameEn) = Sections[symbol[0]];
        return new VocabularyTerm { Scheme = VocabularyScheme.Ipc, Code = symbol[..1], Name = name, NameEn = nameEn };
    }
}
