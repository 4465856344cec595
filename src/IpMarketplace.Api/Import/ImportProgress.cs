using System.Globalization;
using Spectre.Console;

namespace IpMarketplace.Api.Import;

/// <summary>How far an import has come: a bar on a terminal, a line for every tenth elsewhere.</summary>
internal static class ImportProgress
{
    public static async Task<T> ShowAsync<T>(string what, Func<IProgress<double>, Task<T>> work)
    {
        if (Console.IsOutputRedirected)
        {
            return await work(new Lines(what));
        }
        return await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(what), maxValue: 1);
                var result = await work(new Bar(bar));
                bar.StopTask();
                return result;
            });
    }

    private sealed class Bar(ProgressTask bar) : IProgress<double>
    {
        public void Report(double value) => bar.Value = value;
    }

    private sealed class Lines(string what) : IProgress<double>
    {
        private int _tenths;

        public void Report(double value)
        {
            var tenths = (int)(value * 10);
            if (tenths > _tenths)
            {
                _tenths = tenths;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {tenths * 10} %"));
            }
        }
    }
}
