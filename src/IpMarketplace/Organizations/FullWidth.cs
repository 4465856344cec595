namespace IpMarketplace.Organizations;

/// <summary>Full-width Latin letters, digits and signs, as Chinese input methods write them, next to their plain forms.</summary>
public static class FullWidth
{
    private const char First = '！';
    private const char Last = '～';
    private const char Blank = '\u3000';

    /// <summary>The text with plain forms. The same text where there is nothing to fold.</summary>
    public static string Fold(string text)
    {
        foreach (var character in text)
        {
            if (character is Blank or (>= First and <= Last))
            {
                return string.Create(text.Length, text, static (folded, source) =>
                {
                    for (var i = 0; i < folded.Length; i++)
                    {
                        folded[i] = source[i] switch
                        {
                            Blank => ' ',
                            >= First and <= Last and var wide => (char)(wide - First + '!'),
                            var plain => plain,
                        };
                    }
                });
            }
        }
        return text;
    }
}
