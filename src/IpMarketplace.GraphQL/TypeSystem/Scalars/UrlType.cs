using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>URL</c>: an absolute address.</summary>
public sealed class UrlType : TextScalarType
{
    /// <summary>The scalar.</summary>
    public UrlType() : base("URL")
    {
        Description = "An absolute address, such as https://example.org/a.";
        SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc3986";
    }

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(Uri);

    /// <inheritdoc/>
    protected override string Form => "an absolute address such as \"https://example.org/a\"";

    // On Unix a rooted path counts as absolute; here an address names its scheme.
    /// <inheritdoc/>
    protected override object? Read(string text) => !text.StartsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;

    /// <inheritdoc/>
    protected override FieldValue Write(FieldValue value) => value.ToObject() switch
    {
        Uri address => address.OriginalString,
        string text when Read(text) is Uri => text,
        _ => default(FieldValue),
    };
}
