using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Import;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Organizations.Import;

/// <summary>Takes the terms of a vocabulary from a file whose columns say which vocabulary it is.</summary>
public sealed class VocabularyImport : IImport
{
    /// <inheritdoc/>
    public string Noun => "vocabulary";

    /// <inheritdoc/>
    public string? KeyOf(ImportRecord record) => TermOf(record) is { } term ? $"{term.Scheme} {term.Code}" : null;

    /// <summary>Whether the columns are those of a vocabulary.</summary>
    public static bool Understands(IReadOnlyList<string> header) =>
        header.Contains("scheme") || header.Contains("code6") || header.Contains("code_no_letter") || header.Contains("field_zh")
        || (header.Contains("code") && header.Contains("title_zh"));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LineOutcome>> TakeAsync(MarketplaceDbContext db, IReadOnlyList<ImportLine> batch, string evidence, CancellationToken ct)
    {
        var read = batch.Select(line => (Source: line, Term: line.Record is null ? null : TermOf(line.Record))).ToList();
        var known = new Dictionary<(VocabularyScheme, string), VocabularyTerm>();
        foreach (var scheme in read.Select(line => line.Term).OfType<VocabularyTerm>().GroupBy(term => term.Scheme))
        {
            var codes = scheme.Select(term => term.Code).ToList();
            foreach (var term in await db.VocabularyTerms.Where(row => row.Scheme == scheme.Key && codes.Contains(row.Code)).ToListAsync(ct))
            {
                known.Add((term.Scheme, term.Code), term);
            }
        }
        var outcomes = read.ConvertAll(line => Take(db, line.Source, line.Term, known));
        await db.SaveChangesAsync(ct);
        return outcomes;
    }

    private static LineOutcome Take(MarketplaceDbContext db, ImportLine source, VocabularyTerm? term, Dictionary<(VocabularyScheme, string), VocabularyTerm> known)
    {
        if (term is null)
        {
            return LineOutcome.Refused(source.Number, source.Record?.Text("code", "code6", "field_nr"), source.Problem ?? "A term has a code and a Chinese name.");
        }
        if (!known.TryGetValue((term.Scheme, term.Code), out var row))
        {
            db.Add(term);
            known.Add((term.Scheme, term.Code), term);
            return new LineOutcome(source.Number, term.Code, LineEffect.Added, [], []);
        }
        var isSame = (row.Name, row.NameEn, row.ParentCode) == (term.Name, term.NameEn, term.ParentCode);
        (row.Name, row.NameEn, row.ParentCode) = (term.Name, term.NameEn, term.ParentCode);
        return new LineOutcome(source.Number, term.Code, isSame ? LineEffect.Unchanged : LineEffect.Changed, [], []);
    }

    private static VocabularyTerm? TermOf(ImportRecord record)
    {
        var scheme = SchemeOf(record);
        var code = record.Text("code", "code6", "field_nr");
        var name = record.Text("name", "name_zh", "title_zh", "field_zh") ?? record.Text("name_en", "title_en", "field_en");
        if (scheme is null || code is null || name is null || code.Length > 40)
        {
            return null;
        }
        return new VocabularyTerm
        {
            Scheme = scheme.Value,
            Code = scheme == VocabularyScheme.Ipc ? IpcCode(code) : code,
            ParentCode = record.Text("parent", "parent6", "sector_en"),
            Name = Shorten(name)!,
            NameEn = Shorten(record.Text("name_en", "title_en", "field_en")),
        };
    }

    private static VocabularyScheme? SchemeOf(ImportRecord record) =>
        Enum.TryParse<VocabularyScheme>(record.Text("scheme")?.Replace("_", ""), ignoreCase: true, out var named) ? named
        : record.Text("code6") is not null ? VocabularyScheme.Region
        : record.Text("code_no_letter") is not null || (record.Text("level") == "section" && record.Text("name_zh") is not null) ? VocabularyScheme.Industry
        : record.Text("field_nr") is not null ? VocabularyScheme.WipoField
        : record.Text("title_zh", "title_en") is not null ? VocabularyScheme.Ipc
        : null;

    /// <summary><c>A01B1/00</c> is written <c>A01B 1/00</c>; sections, classes and subclasses as they are.</summary>
    private static string IpcCode(string code) => code.Length > 4 && code[4] != ' ' ? $"{code[..4]} {code[4..]}" : code;

    private static string? Shorten(string? name) => name?.Length > VocabularyTerm.NameLength ? name[..VocabularyTerm.NameLength] : name;
}
