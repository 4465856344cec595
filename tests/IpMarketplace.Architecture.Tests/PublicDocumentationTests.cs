using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Building;

namespace IpMarketplace.Architecture.Tests;

/// <summary>The engine's public surface is documented: each type, each member, each overload.</summary>
public sealed class PublicDocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What the compiler writes into records, what every object has, and conversions, which say all by their types.
    private static readonly HashSet<string> SayingEnough = ["op_Implicit", "Equals", "GetHashCode", "ToString", "Deconstruct", "PrintMembers", "EqualityContract", "<Clone>$", "op_Equality", "op_Inequality"];

    [Theory]
    [InlineData(typeof(QueryTypeAttribute))]
    [InlineData(typeof(GraphQLEndpoints))]
    public void Every_public_type_and_member_has_a_doc_comment(Type ofAssembly)
    {
        var comments = CommentsOf(ofAssembly.Assembly);
        var undocumented = ofAssembly.Assembly.GetExportedTypes().SelectMany(type => Undocumented(type, comments)).ToList();
        Assert.True(undocumented.Count == 0, $"Without a doc comment:\n{string.Join('\n', undocumented)}");
    }

    private static IEnumerable<string> Undocumented(Type type, HashSet<string> comments)
    {
        var name = NameOf(type);
        if (!comments.Contains($"T:{name}"))
        {
            yield return $"T:{name}";
            yield break;
        }
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            yield break;
        }
        foreach (var group in type.GetMembers(Declared).Where(IsPublic).GroupBy(member => (Kind: KindOf(member), Name: IdOf(member))))
        {
            var documented = comments.Count(key => IsOverload(key, $"{group.Key.Kind}:{name}.{group.Key.Name}"));
            if (documented < group.Count())
            {
                yield return $"{group.Key.Kind}:{name}.{group.Key.Name}: {documented} of {group.Count()}";
            }
        }
    }

    private static bool IsPublic(MemberInfo member) => !SayingEnough.Contains(member.Name) && member switch
    {
        Type => false,
        ConstructorInfo constructor => constructor.IsPublic && constructor.GetParameters().Length > 0,
        MethodBase method => IsShown(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        PropertyInfo property => IsShown(property.GetMethod ?? property.SetMethod!),
        FieldInfo field => field is { IsPublic: true, IsSpecialName: false },
        EventInfo added => IsShown(added.AddMethod!),
        _ => false,
    };

    private static bool IsShown(MethodBase method) => method.IsPublic
        || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed && !method.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static char KindOf(MemberInfo member) => member switch
    {
        PropertyInfo => 'P',
        FieldInfo => 'F',
        EventInfo => 'E',
        _ => 'M',
    };

    private static string IdOf(MemberInfo member) => member is ConstructorInfo ? "#ctor" : member.Name;

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    // M:Type.Method, M:Type.Method``1(…), M:Type.Method(…)
    private static bool IsOverload(string key, string name) => key.StartsWith(name, StringComparison.Ordinal) && (key.Length == name.Length || key[name.Length] is '(' or '`');

    private static HashSet<string> CommentsOf(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet();
}
