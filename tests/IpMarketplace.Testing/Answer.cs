using System.Text.Json;

namespace IpMarketplace.Testing;

/// <summary>What the server answered, with the whole answer in every complaint.</summary>
public sealed class Answer(JsonElement body, int status, string requestId)
{
    public JsonElement Body => body;

    public int Status => status;

    public string RequestId => requestId;

    /// <summary>The request's faults; empty when there is none.</summary>
    public IReadOnlyList<JsonElement> Faults => body.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>The value at a path below <c>data</c>, such as <c>signIn.session.viewer.roles[0]</c>.</summary>
    public JsonElement this[string path]
    {
        get
        {
            var value = body.TryGetProperty("data", out var data) ? data : throw Failed("has no data");
            foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
            {
                var found = step.StartsWith('[')
                    ? value.ValueKind == JsonValueKind.Array && int.Parse(step[1..^1], null) is var index && index < value.GetArrayLength() ? value[index] : default
                    : value.ValueKind == JsonValueKind.Object && value.TryGetProperty(step, out var member) ? member : default;
                value = found.ValueKind == JsonValueKind.Undefined ? throw Failed($"has no \"{step}\" on the way to \"{path}\"") : found;
            }
            return value;
        }
    }

    /// <summary>The text at a path below <c>data</c>.</summary>
    public string Text(string path) => this[path].ToString();

    /// <summary>The whole answer is good: no fault, and no mutation in it was refused.</summary>
    public Answer Succeeded()
    {
        if (Faults.Count > 0)
        {
            throw Failed("holds faults");
        }
        foreach (var field in body.GetProperty("data").EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Object && field.Value.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
            {
                throw Failed($"refuses {field.Name}");
            }
        }
        return this;
    }

    /// <summary>The mutation was refused for exactly one reason, of this type; the reason is returned.</summary>
    public JsonElement Refused(string mutation, string typeName)
    {
        var payload = this[mutation];
        if (Faults.Count > 0 || !payload.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array || errors.GetArrayLength() != 1)
        {
            throw Failed($"does not refuse {mutation} for one reason");
        }
        return errors[0].TryGetProperty("__typename", out var name) && name.GetString() == typeName ? errors[0] : throw Failed($"does not refuse {mutation} by {typeName}");
    }

    /// <summary>The request failed with exactly one fault, of this code; the fault is returned.</summary>
    public JsonElement Faulted(string code) =>
        Faults.Count == 1 && Faults[0].TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var found) && found.GetString() == code
            ? Faults[0]
            : throw Failed($"is no single fault {code}");

    public override string ToString() => $"HTTP {status}, request {requestId}: {body}";

    private Xunit.Sdk.XunitException Failed(string what) => new($"The answer {what}.{Environment.NewLine}{this}");
}
