using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IpMarketplace.Api.Demo;

namespace IpMarketplace.Benchmarks.Http;

/// <summary>Single requests to a measured server, outside what is timed.</summary>
internal static class GraphQLRequests
{
    extension(HttpClient client)
    {
        /// <summary>The <c>data</c> of the answer.</summary>
        /// <exception cref="InvalidOperationException">The answer holds errors.</exception>
        public async Task<JsonElement> AskAsync(string query, object? variables = null)
        {
            using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException(errors.ToString()) : answer.GetProperty("data");
        }

        /// <summary>Signs a demo user in; the client's requests are this user's from then on.</summary>
        /// <returns>The access token.</returns>
        public async Task<string> SignInAsync(string userName)
        {
            var answer = await client.AskAsync(
                "mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } errors { ... on Error { message } } } }",
                new { input = new { userName, password = DemoUsers.Password } });
            var token = answer.GetProperty("signIn").GetProperty("session").GetProperty("accessToken").GetString()!;
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return token;
        }
    }
}
