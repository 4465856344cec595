using IpMarketplace.Licensing;
using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Tests.Licensing;

/// <summary>The drawings in the modules' pages are the tables themselves.</summary>
public sealed class DrawingTests
{
    public static TheoryData<string, string> Drawings => new()
    {
        { "OpenLicensing", ListingLifecycle.Table.ToMermaid() },
        { "OpenLicensing", OpenLicenceLifecycle.Table.ToMermaid() },
        { "Licensing", LicenceRequestLifecycle.Table.ToMermaid() },
        { "Licensing", LicenceLifecycle.Table.ToMermaid() },
        { "Licensing", LicenceLifecycle.Recordal.ToMermaid() },
    };

    [Theory]
    [MemberData(nameof(Drawings))]
    public void The_page_shows_the_table(string module, string drawing) =>
        Assert.Contains(drawing, File.ReadAllText(Repository.File($"src/IpMarketplace/{module}/README.md")), StringComparison.Ordinal);
}
