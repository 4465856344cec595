namespace IpMarketplace.GraphQL.Tests.Conformance;

/// <summary>A file of <c>validation</c>: documents over the schemas it carries.</summary>
internal sealed record ValidationFile(string Rule, string Section, IReadOnlyDictionary<string, string> Schemas, IReadOnlyList<ValidationCase> Cases);

/// <summary>A document, and whether it is valid; if not, all the rules it violates.</summary>
internal sealed record ValidationCase(
    string Id, string Schema, string Document, bool Valid, IReadOnlyList<string>? Rules, IReadOnlyList<ExpectedError>? Errors)
{
    /// <summary>What stands for a rule where the document does not even parse.</summary>
    public const string Syntax = "(syntax)";

    /// <summary>Whether the document parses.</summary>
    public bool Parses => Rules?.Contains(Syntax) != true;
}

/// <summary>An error of the reference implementation.</summary>
internal sealed record ExpectedError(string Rule, IReadOnlyList<ExpectedLocation> Locations, string Message);

/// <summary>Where the reference implementation reports it.</summary>
internal sealed record ExpectedLocation(int Line, int Column);
