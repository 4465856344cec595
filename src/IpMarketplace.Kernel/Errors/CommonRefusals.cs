using IpMarketplace.Kernel.Texts;

namespace IpMarketplace.Kernel.Errors;

/// <summary>One thing wrong with an input.</summary>
/// <param name="Path">The input field, as a path from <c>input</c>: <c>terms.royaltyRate</c>, <c>patents[2]</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Value">The value as it was given, shortened; null when it is absent or private.</param>
public sealed record InputProblem(string Path, string Message, string? Value = null)
{
    private const int LongestValue = 100;

    /// <summary>The value as it was given, shortened; null when it is absent or private.</summary>
    public string? Value { get; } = Value is null ? null : CleanText.Shortened(Value, LongestValue);
}

/// <summary>The input is malformed: nothing was looked up, nothing was written.</summary>
/// <param name="Problems">Every problem found, not only the first.</param>
public sealed record InputInvalid(IReadOnlyList<InputProblem> Problems) : Refusal
{
    /// <summary>An input with a single problem.</summary>
    public InputInvalid(string path, string message, string? value = null) : this([new InputProblem(path, message, value)])
    {
    }

    /// <inheritdoc/>
    public override string Message => string.Join(" ", Problems.Select(problem => $"{problem.Path}: {problem.Message}"));
}

/// <summary>There is no such thing, or the viewer may not know of it: both read the same (GI-07).</summary>
/// <param name="Kind">The type asked for, such as <c>Listing</c>.</param>
public sealed record NotFound(string Kind) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"There is no {Kind} with this id, or it is not yours to see.";
}

/// <summary>Somebody else changed it first; nothing was written. Read it again and decide anew.</summary>
/// <param name="ExpectedVersion">The version the caller had seen; null when two writers met.</param>
/// <param name="ActualVersion">The version it has now; null when two writers met.</param>
public sealed record ChangedMeanwhile(int? ExpectedVersion = null, int? ActualVersion = null) : Refusal
{
    /// <inheritdoc/>
    public override string Message => ExpectedVersion is null
        ? "It was changed by someone else at the same moment. Read it again and repeat if you still want to."
        : $"You saw version {ExpectedVersion}, it is now version {ActualVersion}. Read it again and repeat if you still want to.";
}

/// <summary>The lifecycle has no such step from the present state.</summary>
/// <param name="Kind">What it is, such as <c>Listing</c>.</param>
/// <param name="State">The present state, as the schema spells it.</param>
/// <param name="Action">The step that was asked for.</param>
/// <param name="AllowedActions">The steps that exist from this state.</param>
public sealed record NotAllowedInState(string Kind, string State, string Action, IReadOnlyList<string> AllowedActions) : Refusal
{
    /// <inheritdoc/>
    public override string Message => AllowedActions.Count == 0
        ? $"A {Kind} in state {State} takes no further step, so not {Action} either."
        : $"A {Kind} in state {State} does not take {Action}; it takes {string.Join(", ", AllowedActions)}.";
}

/// <summary>The same person may not both submit and approve (GI-08).</summary>
/// <param name="Action">The step that needs another person.</param>
public sealed record ApproverMustDiffer(string Action) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Action} must be done by another person than the one who submitted.";
}
