using System.Text;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Execution.Diagnostics;

/// <summary>A document as a trace may keep it: its tokens, every number and string replaced by <c>?</c>, without comments.</summary>
internal static class SanitizedDocument
{
    private const int LongestKept = 4096;

    /// <summary>The sanitized text; it ends with <c>…</c> where it would be too long, or where the text is no GraphQL any more.</summary>
    public static string Of(ReadOnlySpan<byte> document)
    {
        var text = new StringBuilder();
        try
        {
            var reader = new Utf8GraphQLReader(document);
            for (reader.MoveNext(); reader.Kind != TokenKind.EndOfFile && text.Length < LongestKept; reader.MoveNext())
            {
                if (text.Length > 0)
                {
                    text.Append(' ');
                }
                text.Append(reader.Kind is TokenKind.Int or TokenKind.Float or TokenKind.String or TokenKind.BlockString ? "?" : Encoding.UTF8.GetString(reader.Text));
            }
            return reader.Kind == TokenKind.EndOfFile ? text.ToString() : text.Append('…').ToString();
        }
        catch (SyntaxException)
        {
            return text.Append('…').ToString();
        }
    }
}
