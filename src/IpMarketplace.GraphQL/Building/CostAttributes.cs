namespace IpMarketplace.GraphQL.Building;

/// <summary>What resolving the field once costs; see <c>RequestLimits.MaxCost</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>The weight; 10 is the usual one of a field that may wait, 0 of a property.</summary>
    public double Weight { get; } = weight;
}

/// <summary>How many items a list field is taken to return when its cost is estimated.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>The number of items assumed when no argument says it; 0 when not given.</summary>
    public int AssumedSize { get; set; }

    /// <summary>The arguments that bound the number of items, such as <c>first</c>.</summary>
    public string[]? SlicingArguments { get; set; }

    /// <summary>The fields of the result that hold the items, such as <c>edges</c> and <c>nodes</c>.</summary>
    public string[]? SizedFields { get; set; }

    /// <summary>The number of items when a request gives no slicing argument; 0 for the assumed size.</summary>
    public int SlicingArgumentDefaultValue { get; set; }

    /// <summary>Whether a request must give exactly one slicing argument.</summary>
    public bool RequireOneSlicingArgument { get; set; }
}
