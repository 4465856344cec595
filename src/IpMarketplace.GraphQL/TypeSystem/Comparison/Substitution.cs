namespace IpMarketplace.GraphQL.TypeSystem.Comparison;

/// <summary>Whether a type of the new schema may take the place of one of the old; types of different schemas are the same by name.</summary>
internal static class Substitution
{
    /// <summary>Every answer of the new type is one that clients of the old expect.</summary>
    public static bool OfAnswers(IType from, IType to) => (from, to) switch
    {
        (NonNullType, NonNullType) => OfAnswers(from.Nullable, to.Nullable),
        (NonNullType, _) => false,
        (_, NonNullType) => OfAnswers(from, to.Nullable),
        (ListType before, ListType after) => OfAnswers(before.Item, after.Item),
        _ => IsSame(from, to),
    };

    /// <summary>Every value that clients of the old type send is one that the new takes.</summary>
    public static bool OfInputs(IType from, IType to) => (from, to) switch
    {
        (NonNullType, NonNullType) => OfInputs(from.Nullable, to.Nullable),
        (NonNullType, _) => OfInputs(from.Nullable, to),
        (_, NonNullType) => false,
        (ListType before, ListType after) => OfInputs(before.Item, after.Item),
        _ => IsSame(from, to),
    };

    private static bool IsSame(IType from, IType to) => from is NamedType before && to is NamedType after && before.Name == after.Name;
}
