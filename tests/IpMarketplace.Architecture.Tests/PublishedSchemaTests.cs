using System.Text.RegularExpressions;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.Kernel.Security;

namespace IpMarketplace.Architecture.Tests;

/// <summary>The public contract: printed, guarded, described, with examples that are run.</summary>
public sealed class PublishedSchemaTests
{
    private static readonly string SchemaFile = Path.Combine(SourceTree.Root, "schema", "schema.graphql");
    private static readonly string Operations = Path.Combine(SourceTree.Root, "schema", "operations");

    [Fact]
    public void Schema_graphql_is_what_the_code_says()
    {
        var printed = SchemaPrinter.Print(PublishedSchema.Value);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(SchemaFile, printed);
        }
        Assert.Equal(printed, File.ReadAllText(SchemaFile));
    }

    [Fact]
    public void Every_root_field_is_guarded_or_says_that_it_is_for_everybody() =>
        Assert.Empty(PublishedSchema.RootFields.Where(field => field.Authorization.IsEmpty == !field.AllowsAnonymous).Select(field => field.ToString()));

    [Fact]
    public void Every_guard_names_a_permission() =>
        Assert.Empty(PublishedSchema.Value.Types.OfType<CompositeType>().SelectMany(type => (type as ObjectType)?.Fields ?? [])
            .SelectMany(field => field.Authorization.Where(guard => guard.Policy is not null && !Enum.TryParse<Permission>(guard.Policy, out _)).Select(guard => $"{field}: {guard.Policy}")));

    [Fact]
    public void Everything_that_is_published_says_what_it_is()
    {
        Assert.Empty(PublishedSchema.RootFields.Where(field => string.IsNullOrWhiteSpace(field.Description)).Select(field => field.ToString()));
        Assert.All([PublishedSchema.Value.QueryType, PublishedSchema.Value.MutationType, PublishedSchema.Value.SubscriptionType], root => Assert.NotEmpty(root!.Description!));
    }

    [Fact]
    public void Every_mutation_can_be_retried()
    {
        var inputs = PublishedSchema.Value.MutationType!.Fields
            .Where(field => field.Name is not ("signIn" or "refreshSession" or "signOut")) // sessions are outside the write transaction (decision 0006)
            .Select(field => (field.Name, Input: (InputObjectType)field.Arguments.Single().Type.NamedType));
        Assert.Empty(inputs.Where(mutation => !mutation.Input.Fields.Any(field => field.Name == "idempotencyKey")).Select(mutation => mutation.Name)); // GI-13
    }

    [Fact]
    public void Every_example_is_valid_and_run_by_a_test()
    {
        var tests = string.Concat(SourceTree.Tests.Select(file => file.Text));
        var examples = Directory.EnumerateFiles(Operations, "*.graphql", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(examples);
        var validator = new DocumentValidator(PublishedSchema.Value);
        foreach (var path in examples)
        {
            var name = Path.GetRelativePath(Operations, path).Replace('\\', '/');
            Assert.Empty(validator.Validate(Utf8GraphQLParser.Parse(File.ReadAllText(path))).Select(error => $"{name}: {error.Message}"));
            Assert.True(IsRun(name, tests), $"No test runs schema/operations/{name}.");
        }
    }

    [Fact]
    public void Every_root_field_has_an_example()
    {
        var examples = string.Concat(Directory.EnumerateFiles(Operations, "*.graphql", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Empty(PublishedSchema.RootFields.Where(field => !Regex.IsMatch(examples, $@"\b{field.Name}\b")).Select(field => field.ToString()));
    }

    // A test names an example by its path, with or without the ending, or by the last part, which the driver of its module completes.
    private static bool IsRun(string name, string tests) =>
        new[] { name, name[..^".graphql".Length], Path.GetFileNameWithoutExtension(name) }
            .Any(spelling => tests.Contains($"\"{spelling}\"", StringComparison.Ordinal));
}
