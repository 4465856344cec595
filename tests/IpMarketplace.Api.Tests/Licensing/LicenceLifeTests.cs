using IpMarketplace.Testing;
using static IpMarketplace.Api.Tests.Licensing.OpenPathMarket;

namespace IpMarketplace.Api.Tests.Licensing;

/// <summary>What happens to a licence after it took effect: recordal, breach, early end.</summary>
public sealed class LicenceLifeTests(OpenPathMarket market) : IClassFixture<OpenPathMarket>
{
    [Fact]
    public async Task Its_recordal_is_filed_corrected_recorded_and_deregistered_after_the_end()
    {
        var licenceId = await ALicenceAsync();
        var file = new { licenceId, filedOn = "2026-03-02", documents = "通知与凭证" };

        await market.RefusedAsync("InputInvalid", "licensing/recordLicence", new { licenceId, recordalNumber = "X1", recordedOn = "2026-03-02", certificate = "证明" }, Officer);
        await market.RefusedAsync("InputInvalid", "licensing/fileLicenceRecordal", new { licenceId, filedOn = "2026-03-01", documents = "通知" }, Officer);
        await market.DoAsync("licensing/fileLicenceRecordal", file, Signatory);
        await market.DoAsync("licensing/recordRecordalCorrection", new { licenceId, reason = "请补正" }, Officer);
        await market.DoAsync("licensing/fileLicenceRecordal", file, Officer);
        await market.DoAsync("licensing/recordLicence", new { licenceId, recordalNumber = "X1", recordedOn = "2026-03-02", certificate = "证明" }, Officer);
        await market.RefusedAsync("NotAllowedInState", "licensing/deregisterLicence", new { licenceId, evidence = "注销通知" }, Officer);
        await market.DoAsync("licensing/terminateLicence", new { licenceId, reason = "双方同意", evidence = "协议" }, Signatory);
        Assert.Equal("DEREGISTERED", (await market.DoAsync("licensing/deregisterLicence", new { licenceId, evidence = "注销通知" }, Officer)).Text("recordal"));
    }

    [Fact]
    public async Task A_refused_recordal_leaves_the_licence_in_effect_OL_64()
    {
        var licenceId = await ALicenceAsync();
        await market.DoAsync("licensing/fileLicenceRecordal", new { licenceId, filedOn = "2026-03-02", documents = "通知" }, Officer);

        var refused = await market.DoAsync("licensing/recordRecordalRefusal", new { licenceId, ground = "(11) 其他" }, Officer);

        Assert.Equal(("REFUSED", "EFFECTIVE"), (refused.Text("recordal"), refused.Text("state")));
    }

    [Fact]
    public async Task A_breach_is_reported_by_one_party_and_cured_by_the_other()
    {
        var licenceId = await ALicenceAsync();
        await market.DoAsync("licensing/reportBreach", new { licenceId, evidence = "现场记录", cureDueOn = "2026-04-02" }, Officer);

        await market.RefusedAsync("NotTheEntitledParty", "licensing/recordCure", new { licenceId, evidence = "凭证" }, Officer);
        await market.RefusedAsync("NotTheEntitledParty", "licensing/terminateLicence", new { licenceId, reason = "违约", evidence = "通知" }, Officer);
        await market.RefusedAsync("NotFound", "licensing/recordCure", new { licenceId, evidence = "凭证" }, OtherSignatory);
        Assert.Equal("EFFECTIVE", (await market.DoAsync("licensing/recordCure", new { licenceId, evidence = "凭证" }, Signatory)).Text("state"));
    }

    [Fact]
    public async Task A_list_of_licences_costs_as_many_statements_as_one()
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync(), fee: new { structure = "FREE" });
        for (var i = 10; i < 20; i++)
        {
            await market.DoAsync("licensing/sendLicenceNotice", new { openLicenceId }, SignatoryOf(i));
        }

        var one = await TablesReadAsync(1);
        var ten = await TablesReadAsync(10);

        Assert.Equal(one, ten);
        Assert.Contains("Organizations", one);
    }

    private async Task<IReadOnlyList<string>> TablesReadAsync(int first)
    {
        var before = market.Statements.Of(market.Server.Store).Count;
        var answer = (await market.Server.QueryAsync("licensing/licences.graphql", new { first }, Officer)).Succeeded();
        Assert.Equal(first, answer["licences.nodes"].GetArrayLength());
        return [.. market.Statements.Of(market.Server.Store).Skip(before)
            .Where(statement => statement.StartsWith("SELECT", StringComparison.Ordinal))
            .Select(SqlStatements.TableOf)
            .Where(table => table != "ConsumerPositions")
            .Order()];
    }

    private async Task<string> ALicenceAsync()
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync(), fee: new { structure = "FREE" });
        return (await market.DoAsync("licensing/sendLicenceNotice", new { openLicenceId }, Signatory)).GetProperty("licence").Text("id");
    }
}
