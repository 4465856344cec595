using System.Collections;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>A cost that may depend on variables. Whatever does not is worked out when the formula is made; evaluating allocates nothing.</summary>
internal abstract class CostFormula
{
    public static CostFormula Zero { get; } = new Constant(0);

    /// <summary>The cost for the variables of one request.</summary>
    public abstract double Evaluate(IVariableValues variables);

    public static CostFormula Of(double cost) => new Constant(cost);

    public static CostFormula Sum(IEnumerable<CostFormula> parts)
    {
        var (constant, varying) = Split(parts, (sum, next) => sum + next);
        return varying.Length == 0 ? new Constant(constant) : new Total(constant, varying);
    }

    public static CostFormula Max(IEnumerable<CostFormula> parts)
    {
        var (constant, varying) = Split(parts, Math.Max);
        return varying.Length == 0 ? new Constant(constant) : new Highest(constant, varying);
    }

    public static CostFormula operator *(CostFormula left, CostFormula right) =>
        left is Constant one && right is Constant other ? new Constant(one.Value * other.Value) : new Product(left, right);

    /// <summary>The largest number among those given: numbers by constants, lists by how many items they hold.</summary>
    /// <param name="constant">The largest constant given; null for none.</param>
    /// <param name="variables">The variables given.</param>
    /// <param name="otherwise">The size when nothing has a value.</param>
    public static CostFormula Size(int? constant, IReadOnlyList<string> variables, double otherwise) =>
        variables.Count == 0 ? new Constant(Math.Max(0, constant ?? otherwise)) : new Sizing(constant, [.. variables], otherwise);

    private static (double Constant, CostFormula[] Varying) Split(IEnumerable<CostFormula> parts, Func<double, double, double> join)
    {
        var all = parts.ToArray();
        return (all.OfType<Constant>().Aggregate(0d, (joined, next) => join(joined, next.Value)), [.. all.Where(part => part is not Constant)]);
    }

    private sealed class Constant(double value) : CostFormula
    {
        public double Value => value;

        public override double Evaluate(IVariableValues variables) => value;
    }

    private sealed class Total(double constant, CostFormula[] varying) : CostFormula
    {
        public override double Evaluate(IVariableValues variables)
        {
            var sum = constant;
            foreach (var part in varying)
            {
                sum += part.Evaluate(variables);
            }
            return sum;
        }
    }

    private sealed class Highest(double constant, CostFormula[] varying) : CostFormula
    {
        public override double Evaluate(IVariableValues variables)
        {
            var highest = constant;
            foreach (var part in varying)
            {
                highest = Math.Max(highest, part.Evaluate(variables));
            }
            return highest;
        }
    }

    private sealed class Product(CostFormula left, CostFormula right) : CostFormula
    {
        public override double Evaluate(IVariableValues variables) => left.Evaluate(variables) * right.Evaluate(variables);
    }

    private sealed class Sizing(int? constant, string[] names, double otherwise) : CostFormula
    {
        public override double Evaluate(IVariableValues variables)
        {
            var size = constant;
            foreach (var name in names)
            {
                if (variables.TryGet(name, out var value) && CountOf(value) is { } count && !(count < size))
                {
                    size = count;
                }
            }
            return Math.Max(0, size ?? otherwise);
        }

        private static int? CountOf(object? value) => value switch
        {
            int number => number,
            ICollection items => items.Count,
            _ => null,
        };
    }
}
