using IpMarketplace.Catalogue;
using IpMarketplace.Patents.Import;
using IpMarketplace.Persistence.Import;
using Xunit.Abstractions;

namespace IpMarketplace.Tests.Catalogue;

/// <summary>Searches over 12,000 real Chinese patents.</summary>
public sealed class RealFileSearchTests(ITestOutputHelper output)
{
    private const string Path = "patents-cn.jsonl.gz";

    [SharedDataFact(Path)]
    public async Task First_hits_are_what_was_asked_for_at_no_more_than_700_bytes_a_patent()
    {
        var catalogue = new PatentCatalogue();
        catalogue.Apply(await EntriesAsync(), []);

        AssertFirst(catalogue, "锂离子电池", "一种提高锂离子电池容量的方法", "用于锂离子电池极片的辊压机", "锂离子电池正极材料磷酸亚铁锂的合成方法");
        AssertFirst(catalogue, "高壓隔離開關", "特高压隔离开关电动操作机构", "一种高压隔离开关用接线座结构");
        AssertFirst(catalogue, "污水处理", "小型污水处理系统", "一体化污水处理装置");
        AssertFirst(catalogue, "人脸识别", "人脸识别方法、人脸识别系统、终端设备及存储介质");
        AssertFirst(catalogue, "氧化石墨烯怎样制备", "一种制备氧化石墨烯的方法");
        AssertFirst(catalogue, "大蒜收获机", "大蒜收获机");
        AssertFirst(catalogue, "轴承 保持架", "球轴承浪形保持架及制造方法");
        AssertFirst(catalogue, "CN85102475", "新型绕线式异步电动机");
        AssertFirst(catalogue, "H02K17/02", "新型绕线式异步电动机");
        AssertFirst(catalogue, "deep learning", "用于训练深度学习模型的方法、装置、数据库管理系统");

        output.WriteLine($"{catalogue.Count} patents, {catalogue.Bytes / catalogue.Count} bytes each");
        Assert.Equal(12_141, catalogue.Count);
        Assert.InRange(catalogue.Bytes / catalogue.Count, 1, 700);
    }

    private static void AssertFirst(PatentCatalogue catalogue, string text, params string[] titles) =>
        Assert.Equal(titles, catalogue.SearchFor(text, first: titles.Length).Hits.Select(hit => hit.Row.Title));

    private static async Task<List<CatalogueEntry>> EntriesAsync()
    {
        var entries = new List<CatalogueEntry>();
        await foreach (var line in ImportFile.ReadAsync(Repository.SharedData(Path), null, CancellationToken.None))
        {
            if (line.Record is { } record && PatentReader.Read(record, [], [], out _) is { } read)
            {
                entries.Add(new CatalogueEntry(line.Number, 1, read.Details.Kind, read.Details.Title)
                {
                    Number = read.Details.Number,
                    Publication = read.Details.Publication,
                    IpcSymbols = read.Details.IpcSymbols ?? [],
                    Keywords = [.. read.Details.KeywordsEn ?? []],
                    Texts = read.Details.Abstract is { } text ? [text] : [],
                });
            }
        }
        return entries;
    }
}
