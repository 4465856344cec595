using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence.Import;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Patents.Import;

public sealed class PatentImportTests
{
    private const string Motor = """{"id":"CN85102475","title":"新型绕线式异步电动机","abstract":"一种电动机,节约电能.","ipc":["H02K17/02"],"applicants":["山东矿业学院"],"applied":"1985-04-01","type":"invention","applicant_type":"university"}""";

    [Fact]
    public async Task Puts_right_what_follows_from_the_record_and_says_so()
    {
        await using var database = await TestDatabase.CreateAsync();

        var (totals, report) = await ImportAsync(database, "in.jsonl", Motor);

        Assert.Equal("1 lines: 0 taken, 1 corrected, 0 refused; 1 added, 0 changed, 0 unchanged.", totals.ToString());
        Assert.Equal(
            "1\tCN85102475\tcorrected\tadded\tid: the check digit 0 of CN85102475 was missing and is added. abstract: signs behind Chinese characters made full-width.",
            report[2]);
        await using var db = database.Context();
        var patent = await db.Patents.Include(row => row.Text).SingleAsync();
        Assert.Equal(("85102475.0", "一种电动机，节约电能。", RightStatus.Pending, null), (patent.Number!.Value, patent.Text!.Abstract, patent.Status, patent.StatusConfirmedOn));
        Assert.Equal(("山东矿业学院", OrganizationKind.University, 100m), (patent.Owners[0].Name, patent.Owners[0].Kind!.Value, patent.Owners[0].Share));
    }

    [Theory]
    [InlineData("""{"id":"x9c3d81fcf21d","title":"增压气闸室","type":"invention"}""", "id: A patent number has 12 digits")]
    [InlineData("""{"id":"CN201310699744.3","title":"电机","type":"invention"}""", "id: The check digit of 201310699744 is 2, not 3.")]
    [InlineData("""{"id":"CN201310699744.2","title":"电机","type":"utility"}""", "number: The number is that of a Invention, not of a UtilityModel.")]
    [InlineData("""{"id":"CN201310699744.2","type":"invention"}""", "title: a patent has a title.")]
    [InlineData("""{"id":"CN201310699744.2","title":"电机","applied":"2014-01-30","type":"invention"}""", "filingDate: 2014-01-30 is later than 2013, the year of the number; one of the two is wrong.")]
    [InlineData("""{"id":"CN201310699744.2","title":"电机" """, "The line is no JSON")]
    [InlineData("[]", "The line is no JSON object.")]
    [InlineData("", "The line is no JSON")]
    public async Task Refuses_a_line_with_its_reason_and_goes_on(string line, string reason)
    {
        await using var database = await TestDatabase.CreateAsync();

        var (totals, report) = await ImportAsync(database, "in.jsonl", line, Motor);

        Assert.Equal((2, 1, 1), (totals.Lines, totals.Refused, totals.Added));
        var refused = report[2].Split('\t');
        Assert.Equal(("1", "refused"), (refused[0], refused[2]));
        Assert.StartsWith(reason, refused[4], StringComparison.Ordinal);
        await using var db = database.Context();
        Assert.Equal("85102475.0", (await db.Patents.SingleAsync()).Number!.Value);
    }

    [Fact]
    public async Task A_grant_publication_proves_the_grant_but_not_the_present()
    {
        await using var database = await TestDatabase.CreateAsync();

        await ImportAsync(database, "in.jsonl",
            """{"id":"CN202010123456.2","title":"电池","ipc":["H01M10/0525"],"applied":"2020-03-16","published":"2022-05-06","publication":"CN111111111B","type":"invention"}""",
            """{"id":"CN201220249767.4","title":"轨枕","ipc":["E01B3/32"],"applied":"2012-05-31","published":"2013-01-02","publication":"CN202644312U","type":"utility"}""");

        await using var db = database.Context();
        var patents = await db.Patents.OrderBy(patent => patent.Id).ToListAsync();
        Assert.Equal([(RightStatus.InForce, new DateOnly(2022, 5, 6)), (RightStatus.Expired, new DateOnly(2022, 5, 31))], patents.Select(patent => (patent.Status, patent.StatusSince!.Value)));
        Assert.All(patents, patent => Assert.Null(patent.StatusConfirmedOn));
        var grant = await db.History.FirstAsync(step => step.Action == "GRANT");
        Assert.Equal("import patents 20260302T040000Z in.jsonl", grant.Evidence);
    }

    [Fact]
    public async Task A_publication_alone_is_kept_as_one_and_later_learns_its_number()
    {
        await using var database = await TestDatabase.CreateAsync();
        await ImportAsync(database, "in.jsonl", """{"id":"CN117151122A","title":"问答","cpc":["G06F16/3329","Y02D10/00"],"type":"invention"}""");

        var (totals, _) = await ImportAsync(database, "later.jsonl",
            """{"id":"CN202311234567.8","publication":"CN117151122A","title":"问答","type":"invention"}""".Replace("202311234567.8", "202311234567." + PatentNumber.CheckDigit("202311234567")));

        Assert.Equal((0, 1), (totals.Added, totals.Changed));
        await using var db = database.Context();
        var patent = await db.Patents.SingleAsync();
        Assert.Equal(("CN117151122A", 2023), (patent.Publication!.Value, patent.Number!.Year));
        Assert.Equal(["G06F 16/00"], patent.IpcSymbols);
    }

    [Fact]
    public async Task Owners_are_linked_by_their_exact_name_and_persons_are_not_named_GI_10()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var db = database.Context())
        {
            Assert.Null(Organization.Record(new("海安建莲（混凝土）有限公司", OrganizationKind.Enterprise), out var company));
            db.Add(company);
            await db.SaveChangesAsync();
        }

        await ImportAsync(database, "in.jsonl",
            """{"id":"CN201220249767.4","title":"轨枕","applicants":["海安建莲(混凝土)有限公司","张三丰","某某大学"],"applied":"2012-05-31","type":"utility","applicant_type":"company"}""");

        await using var read = database.Context();
        var owners = (await read.Patents.SingleAsync()).Owners;
        Assert.Equal(
            [("海安建莲（混凝土）有限公司", OrganizationKind.Enterprise, 33.33m), (PatentOwner.NaturalPerson, null, 33.33m), ("某某大学", OrganizationKind.University, 33.34m)],
            owners.Select(owner => (owner.Name, owner.Kind, owner.Share)));
        Assert.NotNull(owners[0].OrganizationId);
    }

    [Fact]
    public async Task A_file_says_a_thing_only_once()
    {
        await using var database = await TestDatabase.CreateAsync();

        var (totals, report) = await ImportAsync(database, "in.jsonl", Motor, Motor.Replace("CN85102475", "ZL85102475.0", StringComparison.Ordinal));

        Assert.Equal((1, 1), (totals.Added, totals.Refused));
        Assert.EndsWith("Line 1 of this file is about 85102475.0 already; join the two lines.", report[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_csv_and_gz()
    {
        await using var database = await TestDatabase.CreateAsync();

        var (totals, report) = await ImportAsync(database, "in.csv",
            "number,title,type,ipc,filing_date",
            "ZL201310699744.2,\"电机, 大型\",invention,H02K17/02; H02K 1/00,2013.12.18",
            "ZL201310699744.2,a,b,c,d,e");

        Assert.Equal((1, 1), (totals.Added, totals.Refused));
        Assert.Equal("2\tZL201310699744.2\tcorrected\tadded\ttitle: signs behind Chinese characters made full-width. applied: 2013.12.18 written as 2013-12-18. Owners are not named.", report[2]);
        Assert.Equal("3\t\trefused\t\tThe line has 6 columns, the header 5.", report[3]);
        await using var db = database.Context();
        Assert.Equal(["H02K 17/02", "H02K 1/00"], (await db.Patents.SingleAsync()).IpcSymbols);
    }

    [Fact]
    public async Task A_dry_run_reports_and_keeps_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();

        var (totals, report) = await ImportAsync(database, "in.jsonl", new ImportOptions(DryRun: true), CancellationToken.None, Motor);

        Assert.Equal(1, totals.Added);
        Assert.EndsWith(", dry run: nothing was kept", report[0], StringComparison.Ordinal);
        await using var db = database.Context();
        Assert.Equal((0, 0), (await db.Patents.CountAsync(), await db.Changes.CountAsync()));
    }

    [Fact]
    public async Task Told_to_stop_it_ends_between_two_batches()
    {
        await using var database = await TestDatabase.CreateAsync();

        var (totals, report) = await ImportAsync(database, "in.jsonl", new ImportOptions(BatchSize: 1), new CancellationToken(canceled: true), Motor, Motor);

        Assert.Equal((false, 1, 1), (totals.IsComplete, totals.Lines, totals.Added));
        Assert.Equal("# Stopped after line 1; the rest of the file was not read.", report[^1]);
        await using var db = database.Context();
        Assert.Equal(1, await db.Patents.CountAsync());
    }

    private static Task<(ImportTotals Totals, string[] Report)> ImportAsync(TestDatabase database, string file, params string[] lines) =>
        ImportAsync(database, file, new ImportOptions(), CancellationToken.None, lines);

    private static async Task<(ImportTotals Totals, string[] Report)> ImportAsync(
        TestDatabase database, string file, ImportOptions options, CancellationToken stop, params string[] lines)
    {
        var path = Path.Combine(database.Folder, file);
        await File.WriteAllLinesAsync(path, lines, CancellationToken.None);
        await using var report = new StringWriter();
        var import = database.Services.GetServices<IImport>().Single(candidate => candidate.Noun == "patents");
        var totals = await database.Services.GetRequiredService<ImportRun>().TakeAsync(import, path, report, options, null, stop);
        return (totals, report.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
