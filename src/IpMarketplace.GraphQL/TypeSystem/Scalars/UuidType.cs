using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.TypeSystem.Scalars;

/// <summary><c>UUID</c>: a 128-bit identifier.</summary>
public sealed class UuidType : TextScalarType
{
    /// <summary>The scalar.</summary>
    public UuidType() : base("UUID")
    {
        Description = "A universally unique identifier, in hexadecimal digits with hyphens.";
        SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc9562";
    }

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(Guid);

    /// <inheritdoc/>
    protected override string Form => "a UUID such as \"0b1e6f8a-5c1d-4b7e-9f0a-2d3c4b5a6978\"";

    /// <inheritdoc/>
    protected override object? Read(string text) => Guid.TryParse(text, out var guid) ? guid : null;

    /// <inheritdoc/>
    protected override FieldValue Write(FieldValue value) => value.ToObject() switch
    {
        Guid guid => guid.ToString(),
        string text when Guid.TryParse(text, out var guid) => guid.ToString(),
        _ => default(FieldValue),
    };
}
