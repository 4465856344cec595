using System.Globalization;
using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.TypeSystem.Scalars;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IpMarketplace.GraphQL.AspNetCore.Multipart;

/// <summary>
/// A request that brings files (https://github.com/jaydenseric/graphql-multipart-request-spec): the parts <c>operations</c>, <c>map</c> and then the
/// files, in this order.
/// </summary>
/// <param name="Operations">The request, or the list of requests, as JSON: where a file belongs stands the name of its part.</param>
/// <param name="Files">The files by the names of their parts; disposed with the response.</param>
internal sealed record MultipartRequest(byte[] Operations, IReadOnlyDictionary<string, IFile> Files)
{
    private const int LongestBoundary = 70; // RFC 2046, 5.1.1
    private const int HeadersPerPart = 4096;

    /// <exception cref="MalformedRequestException">The parts are not as they should be, too many or too large.</exception>
    public static async Task<MultipartRequest> ReadAsync(HttpContext context, GraphQLHttpOptions options, int nesting)
    {
        var parts = new MultipartReader(Boundary(context.Request.ContentType), context.Request.Body) { HeadersLengthLimit = HeadersPerPart };
        LiftBodyLimit(context, options);
        try
        {
            var operations = await ReadTextAsync(parts, "operations", options.MaxRequestBodySize, context.RequestAborted);
            var map = FileMap.Parse(await ReadTextAsync(parts, "map", options.MaxRequestBodySize, context.RequestAborted), nesting);
            if (map.Names.Count > options.MaxFiles)
            {
                throw MalformedRequestException.TooLarge($"\"map\" names {map.Names.Count} files; at most {options.MaxFiles} are taken.", ErrorCode.FileLimitExceeded, options.MaxFiles);
            }
            return new MultipartRequest(map.Fill(operations, nesting), await ReadFilesAsync(parts, map, context, options.MaxFileSize));
        }
        catch (Exception malformed) when (malformed is InvalidDataException || (malformed is IOException and not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested))
        {
            throw MalformedRequestException.BadRequest($"The parts of the request cannot be read: {malformed.Message}");
        }
    }

    private static async Task<byte[]> ReadTextAsync(MultipartReader parts, string name, int limit, CancellationToken ct)
    {
        if (await parts.ReadNextSectionAsync(ct) is not { } part || Disposition(part) is not { } disposition || NameOf(disposition) != name)
        {
            throw MalformedRequestException.BadRequest($"A multipart request has the parts \"operations\", \"map\" and then the files; \"{name}\" is not where it should be.");
        }
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        while (await part.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (text.Length + read > limit)
            {
                throw MalformedRequestException.TooLarge($"\"{name}\" is larger than {limit} bytes.", ErrorCode.BodyLimitExceeded, limit);
            }
            text.Write(buffer, 0, read);
        }
        return text.ToArray();
    }

    private static async Task<Dictionary<string, IFile>> ReadFilesAsync(MultipartReader parts, FileMap map, HttpContext context, int limit)
    {
        var files = new Dictionary<string, IFile>(StringComparer.Ordinal);
        while (await parts.ReadNextSectionAsync(context.RequestAborted) is { } part)
        {
            var disposition = Disposition(part);
            var name = disposition is null ? "" : NameOf(disposition);
            if (!map.Names.Contains(name) || files.ContainsKey(name))
            {
                throw MalformedRequestException.BadRequest(files.ContainsKey(name) ? $"The part \"{Excerpt.Of(name)}\" is sent twice." : $"The part \"{Excerpt.Of(name)}\" is not in \"map\".");
            }
            var file = await UploadedFile.ReceiveAsync(FileNameOf(disposition!) ?? name, part.ContentType, part.Body, limit, context.RequestAborted);
            context.Response.RegisterForDisposeAsync(file);
            files.Add(name, file);
        }
        return map.Names.FirstOrDefault(name => !files.ContainsKey(name)) is { } missing
            ? throw MalformedRequestException.BadRequest($"\"map\" names the file \"{Excerpt.Of(missing)}\", but there is no such part.")
            : files;
    }

    // The server's limit is that of requests without files.
    private static void LiftBodyLimit(HttpContext context, GraphQLHttpOptions options)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = (2L * options.MaxRequestBodySize) + (options.MaxFiles * ((long)options.MaxFileSize + HeadersPerPart)) + HeadersPerPart;
        }
    }

    private static string Boundary(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary) is { HasValue: true, Length: > 0 and <= LongestBoundary } boundary
            ? boundary.ToString()
            : throw MalformedRequestException.BadRequest(string.Create(CultureInfo.InvariantCulture, $"The content type of a multipart request names its boundary, of at most {LongestBoundary} characters."));

    private static ContentDispositionHeaderValue? Disposition(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) ? disposition : null;

    private static string NameOf(ContentDispositionHeaderValue disposition) => HeaderUtilities.RemoveQuotes(disposition.Name).ToString();

    // Clients may send a path; only its last step is a name.
    private static string? FileNameOf(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        var last = name.HasValue ? name.ToString().Split('/', '\\')[^1] : "";
        return last.Length > 0 ? last : null;
    }
}
