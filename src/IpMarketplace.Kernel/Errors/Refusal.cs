using System.Text;

namespace IpMarketplace.Kernel.Errors;

/// <summary>
/// An expected "no" of the domain. A refusal is returned, never thrown; its type names the broken rule and its members
/// carry what a client needs to do better. Every refusal reaches the schema as one member of a mutation's error union.
/// </summary>
public abstract record Refusal
{
    /// <summary>What is wrong and what would be right, in one English sentence; names the field and the value, never private data (GI-10).</summary>
    public abstract string Message { get; }

    /// <summary>The refusal's type in capitals, such as <c>LISTING_NOT_READY</c>: stable, for programs.</summary>
    public string Code => CodeOf(GetType());

    /// <summary>The code of a refusal type: its name in capitals with underscores.</summary>
    public static string CodeOf(Type refusal)
    {
        var code = new StringBuilder();
        foreach (var letter in refusal.Name)
        {
            if (char.IsUpper(letter) && code.Length > 0)
            {
                code.Append('_');
            }
            code.Append(char.ToUpperInvariant(letter));
        }
        return code.ToString();
    }
}
