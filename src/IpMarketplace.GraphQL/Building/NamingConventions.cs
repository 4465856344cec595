using System.Text;

namespace IpMarketplace.GraphQL.Building;

/// <summary>How C# names are spelled in a schema, as HotChocolate spells them.</summary>
public static class NamingConventions
{
    /// <summary><c>GetPatentAsync</c> becomes <c>patent</c>, <c>IPCCodes</c> becomes <c>ipcCodes</c>.</summary>
    public static string Field(string name)
    {
        if (name.EndsWith("Async", StringComparison.Ordinal) && name.Length > "Async".Length)
        {
            name = name[..^"Async".Length];
        }
        if (name.StartsWith("Get", StringComparison.Ordinal) && name.Length > "Get".Length && char.IsUpper(name["Get".Length]))
        {
            name = name["Get".Length..];
        }
        return Camel(name);
    }

    /// <summary>The first word in small letters: <c>URLPath</c> becomes <c>urlPath</c>, <c>ID</c> becomes <c>id</c>.</summary>
    public static string Camel(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]))
        {
            upper++;
        }
        var small = upper <= 1 || upper == name.Length ? upper : upper - 1;
        return string.Concat(name[..small].ToLowerInvariant(), name[small..]);
    }

    /// <summary>The first letter as a capital.</summary>
    public static string Pascal(string name) => string.Concat(name[..1].ToUpperInvariant(), name[1..]);

    /// <summary><c>FeeOverdue</c> becomes <c>FEE_OVERDUE</c>.</summary>
    public static string EnumValue(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && name[i - 1] != '_')
            {
                text.Append('_');
            }
            text.Append(char.ToUpperInvariant(name[i]));
        }
        return text.ToString();
    }
}
