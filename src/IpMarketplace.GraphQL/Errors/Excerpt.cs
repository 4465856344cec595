namespace IpMarketplace.GraphQL.Errors;

/// <summary>Text of a client as messages quote it: enough to know it again, however long it is.</summary>
internal static class Excerpt
{
    private const int Usual = 80;

    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string Of(object? text, int most = Usual)
    {
        var whole = text?.ToString() ?? "";
        if (whole.Length <= most)
        {
            return whole;
        }
        var end = char.IsHighSurrogate(whole[most - 1]) ? most - 1 : most;
        return whole[..end] + "…";
    }
}
