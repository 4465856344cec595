using System.Globalization;
using IpMarketplace.Benchmarks.Catalogue;

return args switch
{
    ["catalogue", var patents] => CatalogueMeasurement.Run(int.Parse(patents, CultureInfo.InvariantCulture)),
    ["catalogue"] => CatalogueMeasurement.Run(1_000_000),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("catalogue [patents]   times of searches and memory of a large catalogue; run it with -c Release");
    return 1;
}
