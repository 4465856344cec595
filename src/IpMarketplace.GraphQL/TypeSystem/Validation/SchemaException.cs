using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.TypeSystem.Validation;

/// <summary>One thing wrong with a schema.</summary>
/// <param name="Message">What is wrong and what would be right, naming the type and member, or the C# member at fault.</param>
/// <param name="Location">Where it stands in the schema's text; unknown for schemas from C#.</param>
public sealed record SchemaProblem(string Message, Location Location = default)
{
    /// <inheritdoc/>
    public override string ToString() => Location.IsKnown ? $"{Message} (line {Location.Line}, column {Location.Column})" : Message;
}

/// <summary>A schema cannot be built; every problem found is named.</summary>
public sealed class SchemaException(IReadOnlyList<SchemaProblem> problems)
    : Exception($"The schema has {problems.Count} problem{(problems.Count == 1 ? "" : "s")}:\n- {string.Join("\n- ", problems)}")
{
    /// <summary>A single problem, which leaves nothing further to look for.</summary>
    public SchemaException(string problem) : this([new SchemaProblem(problem)])
    {
    }

    /// <summary>Every problem found.</summary>
    public IReadOnlyList<SchemaProblem> Problems { get; } = problems;
}
