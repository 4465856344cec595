using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace IpMarketplace.Catalogue.Persistence;

/// <summary>Which patents to read: some, or all of a range of keys.</summary>
internal sealed class PatentChoice
{
    private readonly Expression<Func<long, bool>> _isChosen;

    private PatentChoice(Expression<Func<long, bool>> isChosen) => _isChosen = isChosen;

    /// <summary>These patents.</summary>
    public static PatentChoice Of(IReadOnlyCollection<long> ids) => new(id => ids.Contains(id));

    /// <summary>All patents from a key to another, both included.</summary>
    public static PatentChoice Between(long first, long last) => new(id => id >= first && id <= last);

    /// <summary>The rows that belong to these patents.</summary>
    public IQueryable<T> Among<T>(IQueryable<T> rows, Expression<Func<T, long>> patentOf)
    {
        var isChosen = ReplacingExpressionVisitor.Replace(_isChosen.Parameters[0], patentOf.Body, _isChosen.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(isChosen, patentOf.Parameters));
    }
}
