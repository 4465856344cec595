using System.Globalization;
using System.Text;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Tests.Fuzzing;

/// <summary>Random documents over a schema: syntactically right, mostly valid, now and then wrong in one place.</summary>
internal sealed class DocumentGenerator(Schema schema, Random random)
{
    private const int Deepest = 5;

    private readonly List<(string Name, IType Type)> _variables = [];
    private readonly StringBuilder _fragments = new();
    private int _fragmentCount;

    /// <summary>A document with one operation, and the variables it takes as JSON.</summary>
    public (string Document, string Variables) Generate()
    {
        var kind = random.Next(10) switch { 0 => OperationType.Mutation, 1 => OperationType.Subscription, _ => OperationType.Query };
        var root = schema.GetRootType(kind)!;
        var selections = new StringBuilder();
        Selections(selections, root, 0, most: kind == OperationType.Subscription ? 1 : 4);
        var definitions = _variables.Count == 0 ? "" : $"({string.Join(", ", _variables.Select(variable => $"${variable.Name}: {variable.Type}"))})";
        var values = string.Join(",", _variables.Where(_ => !Chance(20)).Select(variable => $"\"{variable.Name}\":{Value(variable.Type, 0, isJson: true)}"));
        return ($"{kind.ToString().ToLowerInvariant()} Random{definitions}{selections}{_fragments}", $"{{{values}}}");
    }

    private void Selections(StringBuilder text, CompositeType type, int depth, int most = 4)
    {
        text.Append(" { ");
        for (var count = random.Next(1, most + 1); count > 0; count--)
        {
            Selection(text, type, depth);
        }
        text.Append("} ");
    }

    private void Selection(StringBuilder text, CompositeType type, int depth)
    {
        if (depth < Deepest && Chance(8))
        {
            Fragment(text, type, depth);
            return;
        }
        var fields = type.Fields.Where(field => depth < Deepest || field.Type.NamedType is LeafType).ToArray();
        if (fields.Length == 0 || Chance(12))
        {
            text.Append(Chance(5) ? "unknown " : "__typename ");
            return;
        }
        var field = fields[random.Next(fields.Length)];
        text.Append(Chance(6) ? $"a{random.Next(3)}: " : "").Append(field.Name);
        Arguments(text, field);
        Directive(text);
        if (field.Type.NamedType is CompositeType below && !Chance(100))
        {
            Selections(text, below, depth + 1);
        }
        text.Append(' ');
    }

    private void Fragment(StringBuilder text, CompositeType type, int depth)
    {
        var possible = type is AbstractType { PossibleTypes: { IsEmpty: false } types } && Chance(2) ? types[random.Next(types.Length)] : type;
        if (Chance(2))
        {
            text.Append("... on ").Append(possible.Name);
            Directive(text);
            Selections(text, possible, depth + 1);
            return;
        }
        var name = $"F{_fragmentCount++}";
        text.Append("...").Append(name).Append(' ');
        var selections = new StringBuilder();
        Selections(selections, possible, depth + 1);
        _fragments.Append("fragment ").Append(name).Append(" on ").Append(possible.Name).Append(selections);
    }

    private void Arguments(StringBuilder text, OutputField field)
    {
        var given = field.Arguments.Where(argument => argument.IsRequired ? !Chance(50) : Chance(2)).ToArray();
        if (given.Length > 0)
        {
            text.Append('(').AppendJoin(", ", given.Select(argument => $"{argument.Name}: {Argument(argument.Type)}")).Append(')');
        }
    }

    private string Argument(IType type)
    {
        if (!Chance(3))
        {
            return Value(type, 0, isJson: false);
        }
        var name = $"v{_variables.Count}";
        _variables.Add((name, type));
        return "$" + name;
    }

    private void Directive(StringBuilder text)
    {
        if (Chance(10))
        {
            text.Append(Chance(2) ? " @skip(if: " : " @include(if: ").Append(Argument(new NonNullType(schema.Types.OfType<ScalarType>().Single(type => type.Name == "Boolean")))).Append(')');
        }
    }

    private string Value(IType type, int depth, bool isJson)
    {
        if (Chance(25))
        {
            return isJson ? JsonGenerator.Value(random, 2) : "null";
        }
        return type.Nullable switch
        {
            ListType list => $"[{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Value(list.Item, depth + 1, isJson)))}]",
            EnumType values => values.Values[random.Next(values.Values.Length)].Name is var name && isJson ? $"\"{name}\"" : name,
            InputObjectType input => Object(input, depth, isJson),
            _ => Scalar(type.NamedType.Name, isJson),
        };
    }

    private string Object(InputObjectType type, int depth, bool isJson)
    {
        var given = type.IsOneOf ? [type.Fields[random.Next(type.Fields.Length)]] : type.Fields.Where(field => field.IsRequired || (depth < Deepest && Chance(3)));
        return $"{{{string.Join(", ", given.Select(field => $"{(isJson ? $"\"{field.Name}\"" : field.Name)}: {(depth > Deepest + 2 ? "null" : Value(field.Type, depth + 1, isJson))}"))}}}";
    }

    private string Scalar(string name, bool isJson) => name switch
    {
        "Int" or "Even" => random.Next(-2, 12).ToString(CultureInfo.InvariantCulture),
        "Float" => random.Next(3) switch { 0 => "1e3", 1 => "-0.5", _ => random.NextDouble().ToString("R", CultureInfo.InvariantCulture) },
        "Boolean" => Chance(2) ? "true" : "false",
        "Any" when isJson => JsonGenerator.Value(random, 3),
        "Any" => Chance(2) ? "{ a: [1, \"x\", null] }" : "7",
        _ => random.Next(4) switch { 0 => "\"\"", 1 => "\"专利\"", 2 => "\"\\uD83D\\uDE00\"", _ => "\"ada\"" },
    };

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
