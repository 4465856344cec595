using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.AspNetCore.Multipart;

/// <summary>A file of a multipart request: a small one in memory, a large one on disk until it is disposed.</summary>
internal sealed class UploadedFile : IFile, IAsyncDisposable
{
    private const int LargestInMemory = 64 * 1024;

    private readonly byte[] _content;
    private readonly FileStream? _onDisk;

    private UploadedFile(string name, string? contentType, long length, byte[] content, FileStream? onDisk) =>
        (Name, ContentType, Length, _content, _onDisk) = (name, contentType, length, content, onDisk);

    public string Name { get; }

    public string? ContentType { get; }

    public long Length { get; }

    public Stream OpenReadStream() => _onDisk is null
        ? new MemoryStream(_content, writable: false)
        : new FileStream(_onDisk.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 4096, FileOptions.Asynchronous);

    public ValueTask DisposeAsync() => _onDisk?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Takes a file in.</summary>
    /// <exception cref="MalformedRequestException">It is larger than allowed.</exception>
    public static async Task<UploadedFile> ReceiveAsync(string name, string? contentType, Stream content, int limit, CancellationToken ct)
    {
        var start = new byte[LargestInMemory];
        var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        if (length > limit)
        {
            throw TooLarge(name, limit);
        }
        if (length < start.Length)
        {
            return new UploadedFile(name, contentType, length, start[..length], onDisk: null);
        }
        var onDisk = new FileStream(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"upload-{Guid.NewGuid():N}"), OnDisk());
        try
        {
            await onDisk.WriteAsync(start, ct);
            while (await content.ReadAsync(start, ct) is > 0 and var read)
            {
                if (onDisk.Position + read > limit)
                {
                    throw TooLarge(name, limit);
                }
                await onDisk.WriteAsync(start.AsMemory(0, read), ct);
            }
            await onDisk.FlushAsync(ct);
            return new UploadedFile(name, contentType, onDisk.Length, [], onDisk);
        }
        catch
        {
            await onDisk.DisposeAsync();
            throw;
        }
    }

    private static FileStreamOptions OnDisk()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return options;
    }

    private static MalformedRequestException TooLarge(string name, int limit) =>
        MalformedRequestException.TooLarge($"The file \"{Excerpt.Of(name)}\" is larger than {limit} bytes.", ErrorCode.FileSizeLimitExceeded, limit);
}
