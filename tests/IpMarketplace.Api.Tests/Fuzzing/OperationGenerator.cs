using System.Text;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.Api.Tests.Fuzzing;

/// <summary>Random operations of the marketplace's own schema: valid documents with random fields, and arguments that may be anything.</summary>
internal sealed class OperationGenerator(Schema schema, Random random, RandomValues values)
{
    private const int Deepest = 4;
    private const int MostFields = 6;

    /// <summary>A root field, and a request for it as JSON.</summary>
    public (OutputField Field, string Body) Next()
    {
        values.IsCalm = random.Next(3) > 0;
        var kind = random.Next(10) < 6 ? OperationType.Mutation : OperationType.Query;
        var fields = schema.GetRootType(kind)!.Fields;
        var field = fields[random.Next(fields.Length)];
        var variables = new Dictionary<string, object?>();
        var definitions = new StringBuilder();
        var document = new StringBuilder();
        Field(document, field, 0, variables, definitions);
        var head = definitions.Length == 0 ? "" : $"({definitions})";
        var text = $"{kind.ToString().ToLowerInvariant()} Random{head} {{ {document} }}";
        return (field, $"{{\"query\":{RandomValueText.Json(text)},\"variables\":{RandomValueText.Json(variables)}}}");
    }

    private void Field(StringBuilder text, OutputField field, int depth, Dictionary<string, object?> variables, StringBuilder definitions)
    {
        text.Append(field.Name);
        var arguments = new List<string>();
        foreach (var argument in field.Arguments)
        {
            var value = values.Of(argument.Name, argument.Type);
            if (value == RandomValues.Absent)
            {
                continue;
            }
            if (values.Chance(2))
            {
                arguments.Add($"{argument.Name}: {RandomValueText.Literal(value, argument.Type)}");
                continue;
            }
            var name = $"v{variables.Count}";
            variables.Add(name, value);
            definitions.Append(definitions.Length == 0 ? "" : ", ").Append('$').Append(name).Append(": ").Append(argument.Type);
            arguments.Add($"{argument.Name}: ${name}");
        }
        if (arguments.Count > 0)
        {
            text.Append('(').AppendJoin(", ", arguments).Append(')');
        }
        if (field.Type.NamedType is CompositeType below)
        {
            Selections(text, below, depth + 1, variables, definitions);
        }
        text.Append(' ');
    }

    private void Selections(StringBuilder text, CompositeType type, int depth, Dictionary<string, object?> variables, StringBuilder definitions)
    {
        text.Append(" { __typename ");
        if (type is AbstractType { PossibleTypes: var possible } && !possible.IsEmpty)
        {
            var one = possible[random.Next(possible.Length)];
            text.Append("... on ").Append(one.Name);
            Selections(text, one, depth, variables, definitions);
            text.Append("} ");
            return;
        }
        foreach (var always in type.Fields.Where(field => field.Name is "id" or "amountDue"))
        {
            text.Append(always.Name).Append(' ');
        }
        // A payload's result and errors, and a page's nodes, lead to what is to be harvested.
        var chosen = type.Fields.Where(field => field.Name is not ("id" or "amountDue")
            && (depth < Deepest || field.Type.NamedType is LeafType)
            && (depth == 1 || field.Name is "nodes" || random.Next(type.Fields.Length) < MostFields));
        foreach (var field in chosen.ToList())
        {
            Field(text, field, depth, variables, definitions);
        }
        text.Append("} ");
    }
}
