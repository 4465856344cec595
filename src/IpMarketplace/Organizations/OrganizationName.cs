using System.Text;

namespace IpMarketplace.Organizations;

/// <summary>How names of organizations are compared: the spellings that people mix up read the same.</summary>
public static class OrganizationName
{
    /// <summary>Full-width forms folded, blanks and brackets dropped, Latin letters small.</summary>
    public static string Normalize(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in FullWidth.Fold(name))
        {
            if (!char.IsWhiteSpace(character) && character is not ('(' or ')' or '[' or ']' or '〔' or '〕' or '·' or '.' or ','))
            {
                text.Append(char.ToLowerInvariant(character));
            }
        }
        return text.ToString();
    }
}
