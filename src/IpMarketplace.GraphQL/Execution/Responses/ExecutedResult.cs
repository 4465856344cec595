using System.Buffers;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.Execution.Responses;

/// <summary>The response of an execution that began: <c>data</c>, be it null, and the errors on the way.</summary>
internal sealed class ExecutedResult(ResultArena? arena, ObjectResult? root, ConditionSet fulfilled, IReadOnlyList<IError> errors) : OperationResult
{
    private ResultArena? _arena = arena;
    private ObjectResult? _root = root;

    public override IReadOnlyList<IError> Errors { get; } = errors;

    public override bool HasData => true;

    public override bool IsDataPresent => _root is { IsDead: false };

    public override void WriteTo(IBufferWriter<byte> output)
    {
        var json = new JsonOutput(output);
        json.Byte((byte)'{');
        if (Errors.Count > 0)
        {
            ErrorWriter.WriteMember(ref json, Errors);
            json.Byte((byte)',');
        }
        json.Raw("\"data\":"u8);
        if (_root is { IsDead: false } root)
        {
            WriteObject(ref json, root);
        }
        else
        {
            json.Null();
        }
        json.Byte((byte)'}');
        json.Flush();
    }

    public override ValueTask DisposeAsync()
    {
        _root = null;
        Interlocked.Exchange(ref _arena, null)?.Return();
        return base.DisposeAsync();
    }

    private void WriteObject(ref JsonOutput json, ObjectResult node)
    {
        var set = node.Set;
        json.Byte((byte)'{');
        var comma = 1;
        foreach (var selection in set.OrderVaries ? set.Ordered(fulfilled) : set.Span)
        {
            if (set.IsConditional && !selection.IsIncluded(fulfilled))
            {
                continue;
            }
            json.Raw(selection.EncodedName.AsSpan(comma));
            comma = 0;
            WriteValue(ref json, node[selection.Index]);
        }
        json.Byte((byte)'}');
    }

    private void WriteList(ref JsonOutput json, ListResult node)
    {
        json.Byte((byte)'[');
        for (var i = 0; i < node.Count; i++)
        {
            if (i > 0)
            {
                json.Byte((byte)',');
            }
            WriteValue(ref json, node[i]);
        }
        json.Byte((byte)']');
    }

    private void WriteValue(ref JsonOutput json, in FieldValue value)
    {
        switch (value.Kind)
        {
            case FieldValueKind.Null: json.Null(); break;
            case FieldValueKind.Integer: json.Integer(value.AsInteger()); break;
            case FieldValueKind.Float: json.Float(value.AsFloat()); break;
            case FieldValueKind.Boolean: json.Boolean(value.AsBoolean()); break;
            case FieldValueKind.Decimal: json.Decimal(value.AsDecimal()); break;
            case FieldValueKind.DateTime: json.DateTime(value.AsDateTime()); break;
            case FieldValueKind.Date: json.Date(value.AsDate()); break;
            case FieldValueKind.Text: json.Text(value.AsText()); break;
            case FieldValueKind.Utf8Text: json.Utf8Text(value.AsUtf8Text()); break;
            case FieldValueKind.IntegerText: json.IntegerText(value.AsInteger()); break;
            case FieldValueKind.Json: json.Raw(value.AsJson()); break;
            default: WriteReference(ref json, value.AsObject()); break;
        }
    }

    private void WriteReference(ref JsonOutput json, object value)
    {
        switch (value)
        {
            case ObjectResult node: WriteObject(ref json, node); break;
            case ListResult node: WriteList(ref json, node); break;
            default: JsonValues.Write(ref json, value); break;
        }
    }
}
