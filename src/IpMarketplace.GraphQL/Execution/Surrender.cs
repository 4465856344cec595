using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Why an execution is given up before it is done, and what it answers then.</summary>
internal sealed class Surrender
{
    private readonly string _message;
    private readonly string _code;
    private readonly double _limit;

    private Surrender(string message, string code, double limit) => (_message, _code, _limit) = (message, code, limit);

    private Surrender(IReadOnlyList<IError> errors) : this("", "", 0) => Whole = errors;

    /// <summary>The caller has gone: nobody reads the answer.</summary>
    public static Surrender CallerGone { get; } = new([new Error("The request was cancelled.", ErrorCode.Timeout)]);

    /// <summary>What is answered instead of data; null where data stays, and each field without any has an error of its own.</summary>
    public IReadOnlyList<IError>? Whole { get; }

    /// <summary>Whether fields under way may still give their answers.</summary>
    public bool LetsFieldsEnd => _code == ErrorCode.Timeout;

    public static Surrender TimedOut(TimeSpan limit) => new($"The operation took longer than {limit.TotalSeconds} seconds.", ErrorCode.Timeout, limit.TotalSeconds);

    public static Surrender TooLarge(long limit) => new($"The response would have more than {limit} bytes: ask for less at a time.", ErrorCode.ResponseLimitExceeded, limit);

    public static Surrender Failed(IReadOnlyList<IError> errors) => new(errors);

    /// <summary>The error of a field that has no data.</summary>
    /// <param name="outcome">What is known of the field; null where that matters to nobody, since it only reads.</param>
    public IError Error(string? outcome = null) => ErrorBuilder.New()
        .SetMessage(outcome is null ? _message : $"{_message} {outcome}")
        .SetCode(_code)
        .SetExtension("limit", _limit)
        .Build();
}
