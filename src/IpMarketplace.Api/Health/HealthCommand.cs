using System.CommandLine;
using System.CommandLine.Parsing;

namespace IpMarketplace.Api.Health;

/// <summary>Asks a running server whether it is ready, for containers that hold no other HTTP client.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    public static Command Create()
    {
        var address = new Argument<Uri?>("address")
        {
            Description = "Where the server listens, such as http://127.0.0.1:8080.",
            CustomParser = given => Parse(given),
        };
        var command = new Command("health", "Asks a running server whether it is ready; exits with 0 if it is.") { address };
        command.SetAction((line, ct) => AskAsync(line.GetValue(address)!, ct));
        return command;
    }

    private static Uri? Parse(ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var address))
        {
            return address;
        }
        given.AddError($"\"{given.Tokens[0].Value}\" is no address such as http://127.0.0.1:8080.");
        return null;
    }

    private static async Task<int> AskAsync(Uri address, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = LongestWait };
        try
        {
            using var response = await client.GetAsync("/health/ready", ct);
            Console.Out.WriteLine(await response.Content.ReadAsStringAsync(ct));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"No answer from {address}: {failure.Message}");
            return 1;
        }
    }
}
