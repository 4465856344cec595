using System.Text.Json;
using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.Execution.PersistedOperations;

/// <summary>The member <c>persistedQuery</c> of a request's extensions, as Automatic Persisted Queries have it.</summary>
internal static class PersistedQueryExtension
{
    private const int SupportedVersion = 1;

    /// <summary>The SHA-256 that the request names its document by; null for none.</summary>
    /// <exception cref="GraphQLException">The member does not have the form of version 1.</exception>
    public static string? HashIn(JsonElement extensions)
    {
        if (extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty("persistedQuery"u8, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        if (member.ValueKind != JsonValueKind.Object || !member.TryGetProperty("version"u8, out var version) || version.ValueKind != JsonValueKind.Number
            || !version.TryGetInt32(out var number) || number != SupportedVersion)
        {
            throw Malformed("extensions.persistedQuery.version must be 1.");
        }
        return member.TryGetProperty("sha256Hash"u8, out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()
            : throw Malformed("extensions.persistedQuery.sha256Hash must be a string: the SHA-256 of the query in lower-case hexadecimal.");
    }

    private static GraphQLException Malformed(string message) => new(new Error(message, ErrorCode.BadRequest));
}
