using System.Globalization;
using BenchmarkDotNet.Running;
using IpMarketplace.Benchmarks.Catalogue;
using IpMarketplace.Benchmarks.Engine;
using IpMarketplace.Benchmarks.Http;
using IpMarketplace.Benchmarks.Mutations;
using IpMarketplace.Benchmarks.Start;

const int PatentsOfHttp = 21_000;
const int PatentsOfCatalogue = 100_000;
const int Questions = 500;

return args switch
{
    ["catalogue", var patents, var questions] => new CatalogueMeasurement(Number(patents), Number(questions)).Run(),
    ["catalogue", var patents] => new CatalogueMeasurement(Number(patents), Questions).Run(),
    ["catalogue"] => new CatalogueMeasurement(PatentsOfCatalogue, Questions).Run(),
    ["http", var patents] => await HttpComparison.RunAsync(Number(patents)),
    ["http"] => await HttpComparison.RunAsync(PatentsOfHttp),
    ["start", .. var sizes] when !sizes.Contains("--help") => await StartMeasurement.RunAsync([.. sizes.Select(Number)]),
    ["mutations"] => await MutationMeasurement.RunAsync(),
    ["engine"] => BenchmarkRunner.Run<EngineBenchmarks>().HasCriticalValidationErrors ? 1 : 0,
    ["serve", var folder, var patents] => await MeasuredServer.RunAsync(folder, Number(patents)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.WriteLine(
        """
        Run it with -c Release and nothing else running.
          catalogue [patents] [questions]
                                times and memory of searches beside Lucene.Net and SQLite FTS5, such as catalogue 1000000 500
          engine                times and allocations of the engine's stations: lex, parse, validate, plan, execute, write
          http [patents]        requests a second beside hand-written endpoints of the same process, as ratios
          start [patents ...]   time until ready, processor time and memory of a starting server, from the database and from the stored catalogue;
                                10,000, 60,000, 250,000 and 1,000,000 patents if no sizes are given
          mutations             mutations a second and their times by 1, 16 and 64 clients, on one node and on two
        """);
    return 1;
}
