using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.Tests.Building.Library;

[QueryType]
public static partial class LibraryQueries
{
    [ListSize(SlicingArguments = ["first"], SizedFields = ["nodes"], RequireOneSlicingArgument = true, AssumedSize = 5)]
    public static IReadOnlyList<Volume> GetVolumes(int first = 3) => [.. Enumerable.Range(1, first).Select(id => new Volume(id, id * 100, $"V{id}", id))];

    public static ILent Lent() => new Volume(1, 100, "V1", 9);

    public static LoanState Loan([GraphQLName("as")] LoanState state) => state;

    public static string Look(PlaceToLook place) => FormattableString.Invariant($"{place.Shelf} {place.Room ?? "nowhere"} {place.Height}");

    public static string? Missing([DefaultValue(null)] string? name) => name ?? "null";

    [Authorize(Roles = ["librarian", "director"])]
    public static string Keys() => "under the mat";

    public static int Fail(string how) => throw (how switch
    {
        "message" => new GraphQLException("Closed."),
        "built" => new GraphQLException(ErrorBuilder.New().SetMessage("Closed on {day}.").SetCode("CLOSED").SetExtension("day", "Sunday").Build()),
        "two" => new GraphQLException(ErrorBuilder.New().SetMessage("One.").Build(), ErrorBuilder.New().SetMessage("Two.").Build()),
        _ => new InvalidOperationException("a secret"),
    });

    public static Guid Uuid(Guid value) => value;

    public static DateTimeOffset Instant(DateTimeOffset value) => value;

    public static DateOnly Day(DateOnly value) => value;

    public static decimal Money(decimal value) => value;

    public static long Count(long value) => value;

    public static Uri Address(Uri value) => value;

    [GraphQLType<AnyType>]
    public static object Anything([GraphQLType<AnyType>] object value) => value;

    public static string? NameOf(IFile? file) => file?.Name;
}

/// <summary>The volume is lent.</summary>
public sealed record IsLent(string Message);

/// <summary>The volume is lost.</summary>
public sealed class LostException(int shelf) : Exception("internal words")
{
    public int Shelf { get; } = shelf;
}

/// <summary>What clients are told of a lost volume.</summary>
public sealed record IsLost(string Message)
{
    public static IsLost CreateErrorFrom(LostException lost) => new($"Nobody finds it on shelf {lost.Shelf}.");
}

[MutationType]
public static partial class LibraryMutations
{
    /// <summary>Lends a volume, and tells everyone who listens.</summary>
    [Error(typeof(IsLost))]
    public static async Task<FieldResult<Volume, IsLent>> LendAsync(int volume, ITopicEventSender sender, CancellationToken ct)
    {
        if (volume == 2)
        {
            return new IsLent("It is lent.");
        }
        if (volume == 3)
        {
            throw new LostException(7);
        }
        var lent = new Volume(volume, 100, $"V{volume}", 1);
        await sender.SendAsync(nameof(LibrarySubscriptions.VolumeLent), lent, ct);
        await sender.SendAsync("shelf-1", lent, ct);
        return lent;
    }
}

[SubscriptionType]
public static partial class LibrarySubscriptions
{
    [Subscribe]
    [Topic]
    public static Volume VolumeLent([EventMessage] Volume volume) => volume;

    [Subscribe]
    public static string LentFrom([Topic] string topic, [EventMessage] Volume volume) => $"{topic}: {volume.Title}";
}
