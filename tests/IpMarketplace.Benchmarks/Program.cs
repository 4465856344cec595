using System.Globalization;
using IpMarketplace.Benchmarks.Catalogue;
using IpMarketplace.Benchmarks.Http;

return args switch
{
    ["catalogue", var patents] => CatalogueMeasurement.Run(int.Parse(patents, CultureInfo.InvariantCulture)),
    ["catalogue"] => CatalogueMeasurement.Run(1_000_000),
    ["http"] => await HttpComparison.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine(
        """
        Run it with -c Release and nothing else running.
          catalogue [patents]   times of searches and memory of a large catalogue
          http                  requests a second beside hand-written endpoints of the same process, as ratios
        """);
    return 1;
}
