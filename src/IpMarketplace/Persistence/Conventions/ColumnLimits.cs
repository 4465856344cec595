using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IpMarketplace.Persistence.Conventions;

/// <summary>
/// Every text and amount is checked against its column before it is saved, on every database alike: SQLite would keep what is too long,
/// SQL Server would break the save, and either would round what is too exact.
/// </summary>
internal static class ColumnLimits
{
    private const string Annotation = "IpMarketplace:ColumnLimits";

    private sealed record Column(IProperty Property, Func<object, string?> ProblemOf);

    /// <summary>Checks what is about to be saved.</summary>
    /// <exception cref="ColumnLimitException">Something does not fit; nothing was saved.</exception>
    public static void Check(ChangeTracker tracker)
    {
        List<ColumnProblem>? problems = null;
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                Check(entry, ref problems);
            }
        }
        if (problems is not null)
        {
            throw new ColumnLimitException(problems);
        }
    }

    private static void Check(EntityEntry entry, ref List<ColumnProblem>? problems)
    {
        foreach (var column in ColumnsOf(entry.Metadata))
        {
            if (entry.CurrentValues[column.Property] is { } value && column.ProblemOf(value) is { } problem)
            {
                (problems ??= []).Add(new ColumnProblem(column.Property.DeclaringType.ClrType.Name, column.Property.Name, value, problem));
            }
        }
    }

    private static Column[] ColumnsOf(IEntityType type) => type.GetOrAddRuntimeAnnotationValue(Annotation, static entity => Limited(entity!), type);

    private static Column[] Limited(IEntityType type) =>
        [.. type.GetFlattenedProperties().Select(property => (property, check: CheckOf(property))).Where(column => column.check is not null)
            .Select(column => new Column(column.property, column.check!))];

    private static Func<object, string?>? CheckOf(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(decimal))
        {
            return AmountIn(property.GetPrecision() ?? 18, property.GetScale() ?? 2);
        }
        if (property.GetMaxLength() is not (> 0 and var longest) || type.IsEnum)
        {
            return null;
        }
        if (type == typeof(string))
        {
            return value => InputLimits.ProblemOf((string)value, longest);
        }
        return property.GetTypeMapping().Converter is { } converter && converter.ProviderClrType == typeof(string)
            ? value => converter.ConvertToProvider(value) is string text ? InputLimits.ProblemOf(text, longest) : null
            : null;
    }

    private static Func<object, string?> AmountIn(int precision, int scale)
    {
        var least = 1m;
        for (var digit = 0; digit < scale; digit++)
        {
            least /= 10;
        }
        var most = -least;
        var unit = 1m;
        for (var digit = scale; digit < precision; digit++)
        {
            unit *= 10;
        }
        most += unit;
        return value => value is not decimal amount ? null
            : Math.Abs(amount) > most ? FormattableString.Invariant($"An amount lies between -{most} and {most}.")
            : decimal.Round(amount, scale) != amount ? $"An amount has at most {scale} decimals."
            : null;
    }
}

/// <summary>A value that its column cannot hold.</summary>
/// <param name="Entity">The class of the row.</param>
/// <param name="Property">The property.</param>
/// <param name="Value">The value.</param>
/// <param name="Message">What is wrong, with the limit.</param>
public sealed record ColumnProblem(string Entity, string Property, object Value, string Message);

/// <summary>Something was to be saved that its column cannot hold. A mutation answers it as a refusal of its input.</summary>
public sealed class ColumnLimitException(IReadOnlyList<ColumnProblem> problems)
    : Exception(string.Join(" ", problems.Select(problem => $"{problem.Entity}.{problem.Property}: {problem.Message}")))
{
    /// <summary>Everything that does not fit.</summary>
    public IReadOnlyList<ColumnProblem> Problems => problems;
}
