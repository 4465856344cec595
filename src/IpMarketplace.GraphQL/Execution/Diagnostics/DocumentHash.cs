using System.Security.Cryptography;

namespace IpMarketplace.GraphQL.Execution.Diagnostics;

/// <summary>How diagnostics name a document: the SHA-256 of its bytes in hexadecimal, as persisted operations are named.</summary>
internal static class DocumentHash
{
    public static string Of(ReadOnlySpan<byte> document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        return Convert.ToHexStringLower(hash);
    }
}
