using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Statistics;
using static IpMarketplace.Tests.Statistics.Facts;

namespace IpMarketplace.Tests.Statistics;

/// <summary>The universe filters of domain.md 7.0.</summary>
public sealed class UniverseTests
{
    private static readonly ContractFact Mixed = Contract() with
    {
        Patents = [Patent(1, PatentKind.Invention, 'H', 1), Patent(2, PatentKind.UtilityModel, 'B', 25), Patent(3, PatentKind.Design, null, null)],
    };

    [Fact]
    public void The_whole_marketplace_leaves_a_contract_as_it_is() => Assert.Same(Mixed, Universe.Whole.Within(Mixed));

    [Theory]
    [InlineData('H', null, null, 1)]
    [InlineData(null, 25, null, 2)]
    [InlineData(null, null, PatentKind.Design, 3)]
    public void A_filter_on_patents_leaves_the_contract_with_those_inside(char? section, int? field, PatentKind? kind, long left) =>
        Assert.Equal(left, Assert.Single(new Universe(IpcSection: section, Field: field, PatentKind: kind).Within(Mixed)!.Patents).Id);

    [Fact]
    public void A_contract_without_any_patent_inside_is_not_counted() => Assert.Null(new Universe(IpcSection: 'A').Within(Mixed));

    [Fact]
    public void An_abnormal_patent_leaves_the_contract_and_the_last_one_takes_it_along()
    {
        var contract = Contract() with { Patents = [Patent(1, isAbnormal: true), Patent(2)] };
        Assert.Equal(2, Assert.Single(Universe.Whole.Within(contract)!.Patents).Id);
        Assert.Null(Universe.Whole.Within(contract with { Patents = [Patent(1, isAbnormal: true)] }));
    }

    [Fact]
    public void Province_organization_and_kind_are_those_of_the_patentee()
    {
        var contract = Contract(to: new PartyFact(7, OrganizationKind.Bank, "44"));
        Assert.NotNull(new Universe("33", 1, OrganizationKind.University).Within(contract));
        Assert.Null(new Universe(Province: "44").Within(contract));
        Assert.Null(new Universe(OrganizationId: 7).Within(contract));
        Assert.Null(new Universe(OrganizationKind: OrganizationKind.Bank).Within(contract));
        Assert.True(new Universe("33").Covers(Declaration(1, In2025(1))));
        Assert.False(new Universe("44").Covers(Declaration(1, In2025(1))));
    }
}
