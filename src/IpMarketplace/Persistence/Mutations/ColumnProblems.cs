using IpMarketplace.Kernel.Errors;
using IpMarketplace.Persistence.Conventions;
using IpMarketplace.Persistence.Inputs;

namespace IpMarketplace.Persistence.Mutations;

/// <summary>Says of which input field a value came that its column cannot hold.</summary>
internal static class ColumnProblems
{
    /// <summary>The refusal: each problem at the input field that holds the value, before others the one named as the column; else under the column's own name.</summary>
    public static InputInvalid AsRefusal(ColumnLimitException failure, object? input)
    {
        var leaves = input is null ? [] : InputShape.LeavesOf(input).ToList();
        return new InputInvalid([.. failure.Problems.Select(problem => ProblemOf(problem, leaves)).DistinctBy(problem => problem.Path)]);
    }

    private static InputProblem ProblemOf(ColumnProblem problem, List<InputLeaf> leaves)
    {
        var name = char.ToLowerInvariant(problem.Property[0]) + problem.Property[1..];
        var source = leaves.Where(leaf => leaf.Value.Equals(problem.Value)).MaxBy(leaf => leaf.Traits.Name == name);
        return new InputProblem(source?.Path ?? name, problem.Message, source?.Traits.IsSecret == true ? null : InputLimits.Written(problem.Value));
    }
}
