namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// The weight of a term in a document (BM25F, matching.md 2.2) and in a query (2.3), as numbers.
/// </summary>
internal static class Bm25
{
    private const float HeadWeight = 2;
    private const float BodyWeight = 1;
    private const float K1 = 1.2f;
    private const float K3 = 8;
    private const float B = 0.75f;

    /// <summary>How much a term distinguishes: <c>ln(1 + (N - df + .5) / (df + .5))</c>.</summary>
    public static float Idf(int documents, int having) => MathF.Log(1 + (Math.Max(0, documents - having) + 0.5f) / (having + 0.5f));

    /// <summary>How much a query means a term that it names so often: <c>q * 9 / (q + 8)</c>.</summary>
    public static float InQuery(float often) => often * (K3 + 1) / (often + K3);

    /// <summary>The factor of a field of a certain length: the field's weight, less for longer ones.</summary>
    public static float[] HeadFactors(double averageLength, int longest) => Factors(HeadWeight, averageLength, longest);

    /// <inheritdoc cref="HeadFactors"/>
    public static float[] BodyFactors(double averageLength, int longest) => Factors(BodyWeight, averageLength, longest);

    /// <summary>The weight of a term in a document, from 0 to 2.2.</summary>
    public static float InDocument(Frequency frequency, float headFactor, float bodyFactor)
    {
        var often = frequency.Head * headFactor + frequency.Body * bodyFactor;
        return often * (K1 + 1) / (often + K1);
    }

    private static float[] Factors(float weight, double averageLength, int longest)
    {
        var factors = new float[longest + 1];
        for (var length = 0; length <= longest; length++)
        {
            factors[length] = weight / (1 - B + B * (float)(length / Math.Max(averageLength, 1)));
        }
        return factors;
    }
}
