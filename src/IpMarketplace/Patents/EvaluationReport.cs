namespace IpMarketplace.Patents;

/// <summary>What CNIPA's patent right evaluation report finds.</summary>
public enum EvaluationConclusion
{
    /// <summary>No claim was found not to meet the conditions of grant.</summary>
    Meets,

    /// <summary>Some claims were found not to meet them.</summary>
    PartlyFails,

    /// <summary>The right was found not to meet them.</summary>
    Fails,
}

/// <summary>A patent right evaluation report (专利权评价报告), required to openly license a utility model or design (OL-05).</summary>
/// <param name="Date">The day it was issued.</param>
/// <param name="Conclusion">What it finds; only <see cref="EvaluationConclusion.Meets"/> allows an open licence (OL-06).</param>
/// <param name="Reference">The report's number.</param>
public sealed record EvaluationReport(DateOnly Date, EvaluationConclusion Conclusion, string Reference);
