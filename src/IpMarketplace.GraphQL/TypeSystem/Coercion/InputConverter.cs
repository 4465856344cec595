namespace IpMarketplace.GraphQL.TypeSystem.Coercion;

/// <summary>Turns a coerced value into what a C# parameter or member takes, adding to the problems what does not fit. Null stays null.</summary>
internal delegate object? InputConverter(object value, CoercionProblems problems);
