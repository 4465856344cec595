using System.Buffers;
using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.Results;

/// <summary>The response to a request that was not executed: errors and no <c>data</c> (spec 7.1, request error).</summary>
public sealed class RequestErrorResult(IReadOnlyList<IError> errors) : OperationResult
{
    /// <inheritdoc/>
    public override IReadOnlyList<IError> Errors { get; } = errors;

    /// <inheritdoc/>
    public override bool HasData => false;

    /// <inheritdoc/>
    public override bool IsDataPresent => false;

    /// <inheritdoc/>
    public override void WriteTo(IBufferWriter<byte> output)
    {
        var json = new JsonOutput(output);
        json.Byte((byte)'{');
        ErrorWriter.WriteMember(ref json, Errors);
        json.Byte((byte)'}');
        json.Flush();
    }
}
