using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using IpMarketplace.GraphQL.TypeSystem.Validation;

namespace IpMarketplace.GraphQL.TypeSystem.Sdl;

/// <summary>Directives in a type system document are known, in their place, not repeated, and rightly given (spec 5.7 and 5.4, for type system documents).</summary>
internal sealed class AppliedDirectiveRules(Schema schema, List<SchemaProblem> problems)
{
    public void Check(SchemaDocument document)
    {
        Check(document.SchemaDirectives, DirectiveLocation.Schema);
        foreach (var definition in document.DirectiveDefinitions.Values)
        {
            CheckInputs(definition.Arguments, DirectiveLocation.ArgumentDefinition);
        }
        foreach (var type in document.Types.Values)
        {
            Check(type.Directives, PlaceOf(type.Kind));
            foreach (var field in type.Fields)
            {
                Check(field.Directives, DirectiveLocation.FieldDefinition);
                CheckInputs(field.Arguments, DirectiveLocation.ArgumentDefinition);
            }
            CheckInputs(type.InputFields, DirectiveLocation.InputFieldDefinition);
            foreach (var value in type.Values)
            {
                Check(value.Directives, DirectiveLocation.EnumValue);
            }
        }
    }

    private static DirectiveLocation PlaceOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.ScalarTypeDefinition => DirectiveLocation.Scalar,
        SyntaxKind.ObjectTypeDefinition => DirectiveLocation.Object,
        SyntaxKind.InterfaceTypeDefinition => DirectiveLocation.Interface,
        SyntaxKind.UnionTypeDefinition => DirectiveLocation.Union,
        SyntaxKind.EnumTypeDefinition => DirectiveLocation.Enum,
        _ => DirectiveLocation.InputObject,
    };

    private void CheckInputs(IEnumerable<InputValueDefinitionNode> inputs, DirectiveLocation place)
    {
        foreach (var input in inputs)
        {
            Check(input.Directives, place);
        }
    }

    private void Check(IEnumerable<DirectiveNode> directives, DirectiveLocation place)
    {
        var seen = new HashSet<string>();
        foreach (var node in directives)
        {
            if (!schema.TryGetDirective(node.Name, out var directive))
            {
                problems.Add(new($"There is no directive @{node.Name}.", node.Location));
                continue;
            }
            if (!directive.Locations.Contains(place))
            {
                problems.Add(new($"Directive {directive} may not stand here.", node.Location));
            }
            if (!seen.Add(node.Name) && !directive.IsRepeatable)
            {
                problems.Add(new($"Directive {directive} may stand only once in a place.", node.Location));
            }
            Arguments(node, directive);
        }
    }

    private void Arguments(DirectiveNode node, DirectiveType directive)
    {
        SchemaValidator.Unique(node.Arguments.Select(argument => argument.Name), name => $"Argument {name} of {directive}", problems);
        problems.AddRange(node.Arguments.Where(argument => !directive.TryGetArgument(argument.Name, out _))
            .Select(argument => new SchemaProblem($"Directive {directive} has no argument {argument.Name}.", argument.Location)));
        var found = new CoercionProblems();
        InputCoercion.CoerceArguments(directive.Arguments, node.Arguments, VariableValues.None, found);
        problems.AddRange(found.All.Select(problem => new SchemaProblem($"Directive {directive}: {problem}", node.Location)));
    }
}
