using System.Buffers;
using System.Text;
using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.Results;

/// <summary>One response (spec 7.1): <c>data</c>, <c>errors</c>, or both.</summary>
public abstract class OperationResult : IExecutionResult
{
    /// <summary>The errors, in the order they came up; empty for none.</summary>
    public abstract IReadOnlyList<IError> Errors { get; }

    /// <summary>Whether execution began: the response then has a <c>data</c> member, be it null. False for request errors.</summary>
    public abstract bool HasData { get; }

    /// <summary>Whether <c>data</c> is there and not null.</summary>
    public abstract bool IsDataPresent { get; }

    /// <summary>Writes the response as JSON in UTF-8.</summary>
    public abstract void WriteTo(IBufferWriter<byte> output);

    /// <summary>The response as JSON text, for tests and logs.</summary>
    public string ToJson()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
