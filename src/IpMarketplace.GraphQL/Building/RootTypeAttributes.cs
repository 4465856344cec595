namespace IpMarketplace.GraphQL.Building;

/// <summary>The public static methods and properties of the class become fields of the query root type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>The public static methods of the class become fields of the mutation root type, wrapped by the mutation conventions.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>The public static methods of the class become fields of the subscription root type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;
