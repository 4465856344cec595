using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Execution.PersistedOperations;
using IpMarketplace.GraphQL.Validation;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Settings of execution; the defaults are those of production.</summary>
public sealed class ExecutionOptions
{
    /// <summary>
    /// How long an operation may take, of a subscription each event. Then what is under way is cancelled and waited for, nothing more begins, and each
    /// field that was not answered is an error <c>OPERATION_TIMEOUT</c>. Resolvers that wait for long must look at their token.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// From how long on an operation, or the answer to an event of a subscription, is logged as slow: its name and the hash of its document, never
    /// its variables. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no such log.
    /// </summary>
    public TimeSpan SlowOperation { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>What spans and measurements say about requests.</summary>
    public InstrumentationOptions Instrumentation { get; } = new();

    /// <summary>Whether unexpected exceptions are shown to clients. For development only.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>What validation gives away and how much work it takes on.</summary>
    public ValidationOptions Validation { get; set; } = ValidationOptions.Default;

    /// <summary>Validation rules of the server's own, beside those of the specification.</summary>
    public IList<RuleFactory> ValidationRules { get; } = [];

    /// <summary>How much memory cached documents may take with their plans, about, in bytes.</summary>
    public long DocumentCacheSize { get; set; } = 64 * 1024 * 1024;

    /// <summary>How many invalid documents are remembered with their errors.</summary>
    public int InvalidDocumentCacheSize { get; set; } = 100;

    /// <summary>How requests may name a document instead of sending it.</summary>
    public PersistedOperationOptions PersistedOperations { get; } = new();

    /// <summary>
    /// Services of the request's scope that must not be used by two resolvers at a time, a DbContext above all; derived types count. The
    /// resolvers of an operation that take one of them as a parameter run one after another, beside all others.
    /// </summary>
    public IList<Type> ExclusiveServices { get; } = [];

    internal ScopedServiceInitializers ScopedServices { get; } = new();
}
