using IpMarketplace.GraphQL.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Patents.Schema;

/// <summary>The root queries of this module.</summary>
[QueryType]
public static partial class PatentQueries
{
    /// <summary>Finds a patent whose record is public, or that the viewer's organization owns.</summary>
    /// <param name="id">Its global id.</param>
    [AllowAnonymous]
    [NodeResolver]
    public static Task<PatentCard?> GetPatentAsync(long id, VisiblePatentByIdDataLoader patents, CancellationToken ct) => patents.LoadAsync(id, ct);

    /// <summary>Finds a patent by its application number, patent number or publication number, in any usual spelling.</summary>
    /// <param name="number">Such as ZL201310699744.2, 201310699744.2 or CN117151122A.</param>
    [AllowAnonymous]
    public static async Task<PatentCard?> GetPatentByNumberAsync(
        string number, Viewer viewer, TimeProvider clock, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await CardAsync(db, WithNumber(db.Patents, number).VisibleTo(viewer, clock.Today()), ct);
    }

    private static IQueryable<Patent> WithNumber(IQueryable<Patent> patents, string text)
    {
        if (PatentNumber.TryParse(text, out var number, out var problem))
        {
            return patents.Where(patent => patent.Number == number);
        }
        if (PublicationNumber.TryParse(text, out var publication, out _))
        {
            return patents.Where(patent => patent.Publication == publication);
        }
        throw new GraphQLException(ErrorBuilder.New().SetMessage($"number: {problem}").SetCode(ErrorCode.InvalidArgument).Build());
    }

    private static async Task<PatentCard?> CardAsync(MarketplaceDbContext db, IQueryable<Patent> patents, CancellationToken ct) =>
        (await db.CardsOfAsync(patents, ct)).SingleOrDefault();
}
