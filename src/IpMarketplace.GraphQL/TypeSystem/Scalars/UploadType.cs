using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary>A file sent along with a request; it can be read until the request is answered, by several readers at a time.</summary>
public interface IFile
{
    /// <summary>The name the client gave it.</summary>
    string Name { get; }

    /// <summary>The media type the client named; null for none.</summary>
    string? ContentType { get; }

    /// <summary>The size in bytes.</summary>
    long Length { get; }

    /// <summary>Opens the content; to be disposed by who opens it.</summary>
    System.IO.Stream OpenReadStream();

    /// <summary>Copies the content.</summary>
    async Task CopyToAsync(System.IO.Stream target, CancellationToken ct = default)
    {
        await using var content = OpenReadStream();
        await content.CopyToAsync(target, ct);
    }
}

/// <summary><c>Upload</c>: a file of a multipart request. Only a transport can give one: neither literals nor JSON hold files.</summary>
public sealed class UploadType : ScalarType
{
    /// <summary>The scalar.</summary>
    public UploadType() : base("Upload") => Description = "A file sent as a part of a multipart request.";

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(IFile);

    /// <inheritdoc/>
    public override bool TryParseLiteral(IValueNode literal, IVariableValues? variables, out object? value, [NotNullWhen(false)] out string? problem)
    {
        (value, problem) = (null, $"Upload takes a file by a variable, not {Excerpt.Of(literal)}.");
        return false;
    }

    /// <inheritdoc/>
    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        (value, problem) = (null, $"Upload takes a file of a multipart request, not {Excerpt.Of(json.GetRawText())}.");
        return false;
    }

    /// <inheritdoc/>
    public override bool TryCoerceResult(FieldValue value, out FieldValue result, [NotNullWhen(false)] out string? problem)
    {
        (result, problem) = (default, "Upload is for input only.");
        return false;
    }
}
