using System.Text;

namespace IpMarketplace.Catalogue.Text;

/// <summary>The compatibility forms of Unicode (NFKC): characters that stand for another one or for several, as scans, full-width keyboards and old encodings leave them.</summary>
internal static class CompatibilityForms
{
    private const char FirstSurrogate = '\uD800';
    private const char LastSurrogate = '\uDFFF';
    private const char NotACharacter = '\uFFFE';

    /// <summary>Every character of the basic plane that has such a form, and what it stands for.</summary>
    public static IEnumerable<(char From, string To)> All()
    {
        for (var code = 0; code < NotACharacter; code++)
        {
            if (code is >= FirstSurrogate and <= LastSurrogate)
            {
                continue;
            }
            var plain = ((char)code).ToString();
            var form = plain.Normalize(NormalizationForm.FormKC);
            if (form != plain)
            {
                yield return ((char)code, form);
            }
        }
    }
}
