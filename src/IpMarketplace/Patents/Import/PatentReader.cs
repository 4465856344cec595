using System.Globalization;
using IpMarketplace.Persistence.Import;

namespace IpMarketplace.Patents.Import;

/// <summary>
/// Reads a line as a patent: what can be put right without inventing anything is put right and said, what cannot is refused.
/// A missing check digit follows from the number; a missing date, owner or legal status follows from nothing and stays unknown.
/// </summary>
public static class PatentReader
{
    /// <summary>Reads a line.</summary>
    /// <param name="record">Its values.</param>
    /// <param name="corrections">Receives what was put right.</param>
    /// <param name="remarks">Receives what a reader should know.</param>
    /// <param name="refusal">Why it is no patent, and what would be right.</param>
    public static ReadPatent? Read(ImportRecord record, ICollection<string> corrections, ICollection<string> remarks, out string? refusal)
    {
        if (!Numbers(record, corrections, out var number, out var publication, out refusal))
        {
            return null;
        }
        if (KindOf(record, number, publication, corrections) is not { } kind)
        {
            refusal = "type: invention, utility or design is needed, or a number that names the kind.";
            return null;
        }
        var title = ChineseText.Clean(record.Text("title"), "title", corrections);
        if (title is null)
        {
            refusal = "title: a patent has a title.";
            return null;
        }
        var filed = ImportedDate.Read(record.Text("applied", "filing_date"), "applied", corrections);
        var published = ImportedDate.Read(record.Text("published", "publication_date"), "published", corrections);
        if (filed is null)
        {
            remarks.Add("No filing date, so no term.");
        }
        else if (filed.Value.Year < number?.Year)
        {
            remarks.Add($"Filed {filed:yyyy-MM-dd}, before the year of its number: taken as a divisional application.");
        }
        var details = new PatentDetails(
            kind,
            title,
            number,
            publication,
            record.Line("title_en"),
            ChineseText.Clean(record.Text("abstract"), "abstract", corrections),
            record.Line("abstract_en"),
            ChineseText.Clean(record.Text("claims", "claim1"), "claims", corrections),
            record.Line("claims_en"),
            filed,
            published,
            kind == PatentKind.Design ? [] : IpcOf(record, corrections, remarks),
            kind == PatentKind.Design ? Normalized(record.List("locarno"), LocarnoClass.Normalize, "locarno", corrections) : [],
            record.List("keywords"),
            record.List("keywords_en"),
            record.Line("application_field"),
            record.Line("application_field_en"),
            record.List("industries"),
            int.TryParse(record.Text("trl"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null);
        var granted = ImportedDate.Read(record.Text("granted", "grant_date"), "granted", corrections);
        return new ReadPatent(details, ReadOwner.From(record, corrections, remarks), granted ?? (publication is { AnnouncesGrant: true } ? published : null));
    }

    /// <summary>The number a record is about, normalised.</summary>
    public static string? KeyOf(ImportRecord record) =>
        Numbers(record, [], out var number, out var publication, out _) ? number?.Value ?? publication!.Value : null;

    private static bool Numbers(ImportRecord record, ICollection<string> corrections, out PatentNumber? number, out PublicationNumber? publication, out string? refusal)
    {
        var text = record.Text("number", "id", "application_number");
        var publicationText = record.Text("publication", "publication_number");
        refusal = null;
        if (PublicationNumber.TryParse(publicationText, out publication, out _) is false && publicationText is not null)
        {
            corrections.Add($"publication: {publicationText} is no publication number and was left out.");
        }
        if (text is null && publication is not null)
        {
            number = null;
            return true;
        }
        if (PatentNumber.TryParse(text, out number, out var problem))
        {
            return true;
        }
        if (PatentNumber.Complete(text) is { } completed)
        {
            number = completed;
            corrections.Add($"id: the check digit {completed.Value[^1]} of {text} was missing and is added.");
            return true;
        }
        if (PublicationNumber.TryParse(text, out var published, out _))
        {
            publication ??= published;
            corrections.Add($"id: {text} is a publication number; the application number stays unknown.");
            return true;
        }
        refusal = $"id: {problem}";
        return false;
    }

    private static PatentKind? KindOf(ImportRecord record, PatentNumber? number, PublicationNumber? publication, ICollection<string> corrections)
    {
        PatentKind? named = record.Text("type", "kind")?.ToLowerInvariant() switch
        {
            "invention" or "发明" => PatentKind.Invention,
            "utility" or "utility_model" or "实用新型" => PatentKind.UtilityModel,
            "design" or "外观设计" => PatentKind.Design,
            _ => null,
        };
        if (named is null && (number?.Kind ?? publication?.Kind) is { } kind)
        {
            corrections.Add($"type: was missing and is read from the number: {kind}.");
            return kind;
        }
        return named;
    }

    private static List<string> IpcOf(ImportRecord record, ICollection<string> corrections, ICollection<string> remarks)
    {
        var symbols = Normalized(record.List("ipc"), IpcSymbol.Normalize, "ipc", corrections);
        if (symbols.Count > 0)
        {
            return symbols;
        }
        var groups = record.List("cpc").Select(IpcSymbol.MainGroupOfCpc).OfType<string>().Distinct().ToList();
        if (groups.Count > 0)
        {
            corrections.Add($"ipc: was missing; the main groups {string.Join(", ", groups)} are those of its CPC symbols.");
        }
        else
        {
            remarks.Add("No classification.");
        }
        return groups;
    }

    private static List<string> Normalized(IReadOnlyList<string> texts, Func<string?, string?> normalize, string field, ICollection<string> corrections)
    {
        var symbols = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            var symbol = normalize(text);
            if (symbol is null)
            {
                corrections.Add($"{field}: {text} is no symbol and was left out.");
            }
            else if (!symbols.Contains(symbol))
            {
                symbols.Add(symbol);
                if (symbol.Replace(" ", "").Length != text.Replace(" ", "").Length)
                {
                    corrections.Add($"{field}: {text} written as {symbol}.");
                }
            }
        }
        return symbols;
    }
}
