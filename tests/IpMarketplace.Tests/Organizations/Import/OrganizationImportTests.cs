using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Persistence.Import;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Organizations.Import;

public sealed class OrganizationImportTests
{
    [Fact]
    public async Task Takes_lists_of_three_forms_and_knows_an_organization_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        await ImportAsync(database, "organizations", "universities.tsv", "moe_code\tname_zh\tname_en\tprovince\tcity", "4111010001\t西湖理工大学\tXihu Tech\t浙江省\t杭州市");
        await ImportAsync(database, "organizations", "owners.tsv", "name\ttype\tprovince", "西湖理工大学\tcompany\t浙江省", "精工公司\tcompany\t火星");

        var totals = await ImportAsync(database, "organizations", "ours.csv",
            "credit_code,name,kind,region,industry,employees,revenue",
            "91350100M000100Y43,精工公司,enterprise,350100,C35,299,50000",
            "91350100M000100Y44,坏码公司,enterprise,350100,C35,299,50000");

        Assert.Equal((0, 1, 1), (totals.Added, totals.Changed, totals.Refused));
        await using var db = database.Context();
        var rows = await db.Organizations.OrderBy(row => row.Id).ToListAsync();
        Assert.Equal(
            [("西湖理工大学", OrganizationKind.University, "330000", null, null), ("精工公司", OrganizationKind.Enterprise, "350100", EnterpriseSize.Small, "91350100M000100Y43")],
            rows.Select(row => (row.Name, row.Kind, row.RegionCode!, row.Size, row.CreditCode?.Value)));
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        string[] lines = ["credit_code,name,kind,region,industry,employees,revenue", "91350100M000100Y43,精工公司,enterprise,350100,C35,299,50000"];
        await ImportAsync(database, "organizations", "ours.csv", lines);
        var again = await ImportAsync(database, "organizations", "ours.csv", lines);

        Assert.Equal((0, 0, 1), (again.Added, again.Changed, again.Unchanged));
        await using var db = database.Context();
        Assert.Equal((1, 1), ((await db.Organizations.SingleAsync()).Version, await db.Changes.CountAsync()));
    }

    [Fact]
    public async Task Vocabularies_are_told_by_their_columns()
    {
        await using var database = await TestDatabase.CreateAsync();
        await ImportAsync(database, "vocabulary", "regions.tsv", "code6\tlevel\tparent6\tname_zh", "330100\tcity\t330000\t杭州市");
        await ImportAsync(database, "vocabulary", "ipc.tsv", "code\tparent\ttitle_zh\ttitle_en", "A01B1/00\tA01B\t手动工具\tHand tools");
        var totals = await ImportAsync(database, "vocabulary", "industries.tsv", "code\tcode_no_letter\tlevel\tparent\tname_zh", "C35\t35\tdivision\tC\t专用设备制造业", "C35\t35\tdivision\tC\t别名");

        Assert.Equal((1, 1), (totals.Added, totals.Refused));
        await using var db = database.Context();
        Assert.Equal(
            [(VocabularyScheme.Industry, "C35", "专用设备制造业"), (VocabularyScheme.Ipc, "A01B 1/00", "手动工具"), (VocabularyScheme.Region, "330100", "杭州市")],
            (await db.VocabularyTerms.ToListAsync()).OrderBy(term => term.Code[0] == 'C' ? 0 : term.Code[0] == 'A' ? 1 : 2).Select(term => (term.Scheme, term.Code, term.Name)));
    }

    private static async Task<ImportTotals> ImportAsync(TestDatabase database, string noun, string file, params string[] lines)
    {
        var path = Path.Combine(database.Folder, file);
        await File.WriteAllLinesAsync(path, lines);
        var import = database.Services.GetServices<IImport>().Single(candidate => candidate.Noun == noun);
        return await database.Services.GetRequiredService<ImportRun>().TakeAsync(import, path, TextWriter.Null, new ImportOptions(), null, CancellationToken.None);
    }
}
