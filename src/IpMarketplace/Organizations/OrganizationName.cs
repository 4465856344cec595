using System.Text;
using IpMarketplace.Kernel.Texts;

namespace IpMarketplace.Organizations;

/// <summary>How names of organizations are compared: the spellings that people mix up read the same.</summary>
public static class OrganizationName
{
    /// <summary>What nobody sees dropped, full-width forms folded, blanks and brackets dropped, Latin letters small.</summary>
    public static string Normalize(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in FullWidth.Fold(CleanText.Line(name)))
        {
            if (!char.IsWhiteSpace(character) && character is not ('(' or ')' or '[' or ']' or '〔' or '〕' or '·' or '.' or ','))
            {
                text.Append(char.ToLowerInvariant(character));
            }
        }
        return text.ToString();
    }
}
