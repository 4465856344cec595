namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// The weight of a term in a document (BM25F, matching.md 2.2) and in a query (2.3), as numbers.
/// </summary>
internal static class Bm25
{
    /// <summary>Above every weight of a term in a document.</summary>
    public const float Most = K1 + 1;

    private const float HeadWeight = 2;
    private const float BodyWeight = 1;
    private const float K1 = 1.2f;
    private const float K3 = 8;
    private const float B = 0.75f;

    /// <summary>
    /// How much a term distinguishes: <c>ln(1 + (N - df + .5) / (df + .5))</c>. Rounded from twice the precision, so that all machines agree on it.
    /// </summary>
    public static float Idf(int documents, int having) => (float)Math.Log(1 + (Math.Max(0, documents - having) + 0.5) / (having + 0.5));

    /// <summary>How much a query means a term that it names so often: <c>q * 9 / (q + 8)</c>.</summary>
    public static float InQuery(float often) => often * (K3 + 1) / (often + K3);

    /// <summary>The factor of a head by its length: the field's weight, less for longer ones.</summary>
    public static float[] HeadFactors(float averageLength) => Factors(HeadWeight, averageLength, FieldLengths.LongestHead);

    /// <summary>The factor of a body by its length.</summary>
    public static float[] BodyFactors(float averageLength) => Factors(BodyWeight, averageLength, FieldLengths.LongestBody);

    /// <summary>How often a document has a term, by the factors of its fields.</summary>
    public static float Often(Frequency frequency, float headFactor, float bodyFactor) => frequency.Head * headFactor + frequency.Body * bodyFactor;

    /// <summary>The weight in a document of a term that it has so often, from 0 to <see cref="Most"/>.</summary>
    public static float Weight(float often) => often * (K1 + 1) / (often + K1);

    /// <summary>The weight of a term in a document.</summary>
    public static float InDocument(Frequency frequency, float headFactor, float bodyFactor) => Weight(Often(frequency, headFactor, bodyFactor));

    private static float[] Factors(float weight, float averageLength, int longest)
    {
        var factors = new float[longest + 1];
        for (var length = 0; length <= longest; length++)
        {
            factors[length] = weight / (1 - B + B * (length / averageLength));
        }
        return factors;
    }
}
