using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace IpMarketplace.GraphQL.Building.Inference;

/// <summary>Doc comments, read out of the XML files beside the assemblies, as schema descriptions. The text of <c>&lt;see cref&gt;</c> is the bare name.</summary>
internal sealed class Documentation
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    public string? Of(Type type) => Summary(Find(type.Assembly, $"T:{NameOf(type)}"));

    /// <summary>A member's own comment, else that of what it overrides or implements, else its <c>&lt;param&gt;</c> of a record.</summary>
    public string? Of(MemberInfo member)
    {
        var owner = member.DeclaringType!;
        var kind = member switch { PropertyInfo => 'P', FieldInfo => 'F', _ => 'M' };
        return Summary(Find(owner.Assembly, $"{kind}:{NameOf(owner)}.{member.Name}"))
            ?? (member is PropertyInfo ? Text(ParamOf(Find(owner.Assembly, $"T:{NameOf(owner)}"), member.Name)) : null)
            ?? Inherited(owner, member);
    }

    public string? Of(ParameterInfo parameter) =>
        Text(ParamOf(Find(parameter.Member.DeclaringType!.Assembly, $"M:{NameOf(parameter.Member.DeclaringType!)}.{parameter.Member.Name}"), parameter.Name!));

    private string? Inherited(Type owner, MemberInfo member)
    {
        var above = owner.GetInterfaces().AsEnumerable();
        if (owner.BaseType is { } baseType && baseType != typeof(object))
        {
            above = above.Prepend(baseType);
        }
        return above.Select(type => member is PropertyInfo ? type.GetProperty(member.Name) : null).OfType<PropertyInfo>().Select(Of).FirstOrDefault(text => text is not null);
    }

    private static XElement? ParamOf(XElement? comment, string name) => comment?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == name);

    private static string? Summary(XElement? comment) => Text(comment?.Element("summary"));

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }
        var text = new StringBuilder();
        Append(element, text);
        var lines = text.ToString().Split('\n').Select(line => line.Trim());
        var joined = string.Join('\n', lines).Trim('\n');
        var paragraphs = joined.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph => paragraph.Replace('\n', ' ').Trim());
        var result = string.Join("\n\n", paragraphs);
        return result.Length == 0 ? null : result;
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { Name.LocalName: "c" or "code" } code:
                    text.Append('`').Append(code.Value).Append('`');
                    break;
                case XElement { Name.LocalName: "para" } paragraph:
                    text.Append("\n\n");
                    Append(paragraph, text);
                    text.Append("\n\n");
                    break;
                case XElement reference when reference.Attribute("cref") is { } cref && reference.IsEmpty:
                    text.Append(BareName(cref.Value));
                    break;
                case XElement reference when (reference.Attribute("name") ?? reference.Attribute("langword")) is { } name && reference.IsEmpty:
                    text.Append(name.Value);
                    break;
                case XElement other:
                    Append(other, text);
                    break;
            }
        }
    }

    private static string BareName(string cref)
    {
        var end = cref.IndexOfAny(['(', '`', '{']);
        var name = end < 0 ? cref : cref[..end];
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..];
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private XElement? Find(Assembly assembly, string id)
    {
        if (!_files.TryGetValue(assembly, out var comments))
        {
            _files[assembly] = comments = Read(assembly);
        }
        return comments.GetValueOrDefault(id);
    }

    // Overloads share one comment: a schema has no overloads.
    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = assembly.IsDynamic || assembly.Location.Length == 0 ? null : System.IO.Path.ChangeExtension(assembly.Location, ".xml");
        var comments = new Dictionary<string, XElement>();
        if (file is null || !System.IO.File.Exists(file))
        {
            return comments;
        }
        foreach (var member in XDocument.Load(file).Descendants("member"))
        {
            var id = (string?)member.Attribute("name") ?? "";
            var bare = id.StartsWith("M:", StringComparison.Ordinal) && id.IndexOfAny(['(', '`'], 2) is var end and > 0 ? id[..end] : id;
            comments.TryAdd(bare, member);
        }
        return comments;
    }
}
