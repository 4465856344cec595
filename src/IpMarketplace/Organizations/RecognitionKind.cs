namespace IpMarketplace.Organizations;

/// <summary>A kind of recognition and the dates between which it is conferred.</summary>
/// <param name="Code">Its stable code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="ConferredFrom">The first day on which it was conferred.</param>
/// <param name="ConferredUntil">The last day on which it was conferred; null while it still is.</param>
public sealed record RecognitionKind(string Code, string Name, string NameEn, DateOnly ConferredFrom, DateOnly? ConferredUntil = null)
{
    /// <summary>The kinds known without an imported vocabulary (domain.md 5.6, M-40).</summary>
    public static IReadOnlyList<RecognitionKind> BuiltIn { get; } =
    [
        new("INNOVATIVE", "创新型中小企业", "Innovative SME", new DateOnly(2022, 8, 1)),
        new("SRDI", "专精特新中小企业", "Specialised and refined SME", new DateOnly(2022, 8, 1)),
        new("LITTLE_GIANT", "专精特新“小巨人”企业", "Little giant", new DateOnly(2019, 6, 1)),
        new("HIGH_TECH", "高新技术企业", "High-tech enterprise", new DateOnly(2008, 4, 14)),
        new("TECH_SME", "科技型中小企业", "Science and technology SME", new DateOnly(2017, 5, 3)),
        new("IP_ADVANTAGE", "知识产权优势企业", "IP advantage enterprise", new DateOnly(2013, 1, 1)),
        new("IP_DEMONSTRATION", "知识产权示范企业", "IP demonstration enterprise", new DateOnly(2013, 1, 1)),
        new("DEMONSTRATION_UNIVERSITY", "国家知识产权示范高校", "National IP demonstration university", new DateOnly(2020, 1, 1)),
        new("PILOT_UNIVERSITY", "国家知识产权试点高校", "National IP pilot university", new DateOnly(2020, 1, 1)),
    ];
}
