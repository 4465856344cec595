using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IpMarketplace.Api.Demo;

namespace IpMarketplace.Testing;

/// <summary>Speaks GraphQL over HTTP to a server, as visitor or as a user whose password it knows.</summary>
public sealed class GraphQLClient(Uri address, TimeProvider clock) : IDisposable
{
    private const string SignIn =
        """
        mutation($input: SignInInput!) {
          signIn(input: $input) { session { accessToken accessTokenExpiresAt } errors { __typename ... on Error { message } } }
        }
        """;

    private readonly Dictionary<string, (string Token, DateTimeOffset ExpiresAt)> _tokens = [];
    private readonly SemaphoreSlim _signingIn = new(1, 1);

    /// <summary>The plain client, for requests of other shapes.</summary>
    public HttpClient Http { get; } = new() { BaseAddress = address };

    /// <summary>The password of every user it signs in.</summary>
    public string Password { get; init; } = DemoUsers.Password;

    /// <summary>Asks the server.</summary>
    /// <param name="document">GraphQL text, or the path of a file under <c>schema/operations</c>.</param>
    /// <param name="variables">An object to be written as JSON.</param>
    /// <param name="user">A user name; null for a visitor.</param>
    /// <param name="idempotencyKey">Sent as <c>Idempotency-Key</c>.</param>
    public async Task<Answer> QueryAsync(string document, object? variables = null, string? user = null, string? idempotencyKey = null)
    {
        var text = document.EndsWith(".graphql", StringComparison.Ordinal) ? Repository.Operation(document) : document;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = text, variables }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        if (user is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenOfAsync(user));
        }
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }
        using var response = await Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        try
        {
            var requestId = response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.First() : "";
            return new Answer(JsonSerializer.Deserialize<JsonElement>(body), (int)response.StatusCode, requestId);
        }
        catch (JsonException)
        {
            throw new InvalidOperationException($"The server answered {(int)response.StatusCode} with what is not JSON: {body}");
        }
    }

    /// <summary>An access token of the user, signed in once and again when the token has expired.</summary>
    public async Task<string> TokenOfAsync(string user)
    {
        await _signingIn.WaitAsync();
        try
        {
            if (!_tokens.TryGetValue(user, out var known) || known.ExpiresAt <= clock.GetUtcNow())
            {
                var answer = (await QueryAsync(SignIn, new { input = new { userName = user, password = Password } })).Succeeded();
                known = (answer.Text("signIn.session.accessToken"), answer["signIn.session.accessTokenExpiresAt"].GetDateTimeOffset());
                _tokens[user] = known;
            }
            return known.Token;
        }
        finally
        {
            _signingIn.Release();
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        _signingIn.Dispose();
    }
}
