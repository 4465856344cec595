using System.Text.Json;

namespace IpMarketplace.GraphQL.Tests.Conformance;

/// <summary>A file of <c>execution</c>.</summary>
internal sealed record ExecutionFile(string Section, IReadOnlyList<ExecutionCase> Cases);

/// <summary>A request and what it must be answered with: one response, or a stream of them.</summary>
internal sealed record ExecutionCase(
    string Id, string Name, string Query, string? OperationName, JsonElement? Variables, bool? Ordered, bool? Sets, JsonElement Expected, IReadOnlyList<JsonElement>? ExpectedStream)
{
    /// <summary>Whether members must come in the order of the case.</summary>
    public bool IsOrdered => Ordered != false;

    /// <summary>Whether lists of named things are compared as sets.</summary>
    public bool ComparesSets => Sets == true;
}
