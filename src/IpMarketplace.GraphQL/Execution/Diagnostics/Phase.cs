using System.Diagnostics;

namespace IpMarketplace.GraphQL.Execution.Diagnostics;

/// <summary>One phase of a request, from its making to its disposal: a child span and a measurement.</summary>
internal sealed class Phase : IDisposable
{
    private readonly ExecutionInstruments _instruments;
    private readonly Kind _kind;
    private readonly Activity? _activity;
    private readonly long _started;
    private string? _errorType;

    public Phase(ExecutionInstruments instruments, Kind kind)
    {
        (_instruments, _kind, _started) = (instruments, kind, instruments.Now);
        _activity = instruments.Source.StartActivity(kind.SpanName)?.SetTag(Tag.ProcessingType, kind.ProcessingType);
    }

    /// <summary>Notes that the phase ended with an error.</summary>
    public void Fail(string errorType)
    {
        _errorType = errorType;
        _activity?.SetTag(Tag.ErrorType, errorType).SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        var tags = new TagList { { Tag.ProcessingType, _kind.ProcessingType } };
        if (_errorType is not null)
        {
            tags.Add(Tag.ErrorType, _errorType);
        }
        _instruments.ProcessingDuration.Record(_instruments.SecondsSince(_started), tags);
        _activity?.Dispose();
    }

    /// <summary>The phases there are, with the names that the conventions give them.</summary>
    public sealed record Kind(string SpanName, string ProcessingType)
    {
        public static readonly Kind Parse = new("GraphQL Document Parsing", "parse");
        public static readonly Kind Validate = new("GraphQL Document Validation", "validate");
        public static readonly Kind Plan = new("GraphQL Operation Planning", "plan");
        public static readonly Kind CoerceVariables = new("GraphQL Variable Coercion", "variable_coercion");
        public static readonly Kind Execute = new("GraphQL Operation Execution", "execute");
    }
}
