namespace IpMarketplace.Architecture.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void Nothing_uses_what_the_table_forbids() =>
        Assert.Empty(DependencyTable.ViolationsIn(SourceTree.Sources));

    [Theory]
    [InlineData("src/IpMarketplace.Kernel/Errors/X.cs", "using IpMarketplace.Patents;")]
    [InlineData("src/IpMarketplace.GraphQL/Execution/X.cs", "using IpMarketplace.Kernel.Errors;")]
    [InlineData("src/IpMarketplace.GraphQL/Language/X.cs", "using IpMarketplace.GraphQL.Execution;")]
    [InlineData("src/IpMarketplace.GraphQL.AspNetCore/Http/X.cs", "using IpMarketplace.Kernel.Security;")]
    [InlineData("src/IpMarketplace/Patents/Schema/X.cs", "using IpMarketplace.Licensing;")]
    [InlineData("src/IpMarketplace/Patents/X.cs", "var x = IpMarketplace.OpenLicensing.Listing.Of();")]
    [InlineData("src/IpMarketplace/Patents/X.cs", "using IpMarketplace.GraphQL.Building;")]
    [InlineData("src/IpMarketplace/Patents/X.cs", "using IpMarketplace.Persistence;")]
    [InlineData("src/IpMarketplace/Patents/X.cs", "using IpMarketplace.Patents.Schema;")]
    [InlineData("src/IpMarketplace/Persistence/X.cs", "using IpMarketplace.Patents;")]
    [InlineData("src/IpMarketplace/Persistence/X.cs", "using IpMarketplace.Following;")]
    [InlineData("src/IpMarketplace/Following/X.cs", "using IpMarketplace.Accounts;")]
    [InlineData("src/IpMarketplace/Patents/X.cs", "using IpMarketplace.Following;")]
    [InlineData("src/IpMarketplace/Licensing/Schema/X.cs", "using IpMarketplace.Api;")]
    [InlineData("src/IpMarketplace/Sundries/X.cs", "using IpMarketplace.Kernel.Errors;")]
    public void A_planted_violation_is_found(string path, string text) =>
        Assert.Single(DependencyTable.ViolationsIn([new SourceFile(path, text)]));

    [Theory]
    [InlineData("src/IpMarketplace/Licensing/Schema/X.cs", "using IpMarketplace.Patents;")]
    [InlineData("src/IpMarketplace/Licensing/X.cs", "using IpMarketplace.OpenLicensing;")]
    [InlineData("src/IpMarketplace/Patents/X.cs", "/// <see cref=\"IpMarketplace.Licensing.Licence\"/>")]
    public void What_the_table_allows_passes(string path, string text) =>
        Assert.Empty(DependencyTable.ViolationsIn([new SourceFile(path, text)]));
}
