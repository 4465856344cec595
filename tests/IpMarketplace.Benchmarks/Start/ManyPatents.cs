using System.Globalization;
using System.Text.Json;
using IpMarketplace.Api;
using IpMarketplace.Benchmarks.Catalogue;
using IpMarketplace.Catalogue;
using IpMarketplace.Organizations;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Benchmarks.Start;

/// <summary>A database with as many synthetic patents as one likes, written by plain SQL: some 30,000 a second. Every twentieth is listed.</summary>
internal static class ManyPatents
{
    private const int Organizations = 300;
    private const int ListedEvery = 20;

    /// <summary>Creates the database in a folder.</summary>
    public static async Task WriteAsync(string folder, int patents)
    {
        await using var app = MarketplaceServer.Build(["--environment=Development", $"--Database:DataDirectory={folder}", "--Demo:Enabled=false", "--Logging:LogLevel:Default=Error"]);
        await MarketplaceServer.PrepareAsync(app, CancellationToken.None);
        var owners = await RegisterOwnersAsync(app);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "marketplace.db")}");
        await connection.OpenAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        using var patent = Insert(
            connection, "Patents", "Id, Kind, Number, Title, TitleEn, FilingDate, TermCompensationDays, ExpiryDate, IpcSymbols, LocarnoClasses, Keywords, KeywordsEn, IndustryCodes, Status, GrantDate, FeeReduction, Version",
            "$id, 'INVENTION', $number, $title, $titleEn, $filed, 0, $expiry, $ipc, '[]', '[]', '[]', '[]', 'IN_FORCE', $granted, 'NONE', 1");
        using var text = Insert(connection, "PatentTexts", "PatentId, Abstract", "$id, $abstract");
        using var owner = Insert(connection, "PatentOwners", "PatentId, Position, OrganizationId, Name, Kind, Share", "$id, 0, $organization, $name, 'UNIVERSITY', 10000");
        using var listing = Insert(
            connection, "Listings", "OrganizationId, PatentId, Mode, State, PublishedAt, Content_ApplicationFields, Content_CoOwnerConsents, Content_Contact, Content_Industries, Content_Summary, Content_Title, Version",
            "$organization, $id, 'NEGOTIATED_LICENCE', 'PUBLISHED', '2026-01-05 08:00:00', '[]', '[]', '', '[]', $summary, $title, 1");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        foreach (var entry in new SyntheticPatents(seed: 3).Take(patents))
        {
            var organization = owners[(int)(entry.PatentId % owners.Count)];
            var lasts = today.AddDays(30 + (int)(entry.PatentId * 7 % 7_000));
            Run(patent, ("$id", entry.PatentId), ("$number", NumberOf(entry)), ("$title", entry.Title), ("$titleEn", $"Method and device {entry.PatentId}"), ("$filed", Spell(lasts.AddYears(-20))),
                ("$expiry", Spell(lasts)), ("$ipc", JsonSerializer.Serialize(entry.IpcSymbols)), ("$granted", Spell(lasts.AddYears(-18))));
            Run(text, ("$id", entry.PatentId), ("$abstract", entry.Texts[0]));
            Run(owner, ("$id", entry.PatentId), ("$organization", organization.Id), ("$name", organization.Name));
            if (entry.PatentId % ListedEvery == 0)
            {
                Run(listing, ("$id", entry.PatentId), ("$organization", organization.Id), ("$summary", entry.Texts[0]), ("$title", entry.Title));
            }
        }
        await transaction.CommitAsync();
    }

    private static async Task<List<Organization>> RegisterOwnersAsync(WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContextAsync();
        var owners = Enumerable.Range(1, Organizations).Select(i =>
        {
            Organization.Record(new OrganizationDetails($"合成大学{i}", OrganizationKind.University, RegionCode: "330100"), out var organization);
            return organization;
        }).ToList();
        db.AddRange(owners);
        await db.SaveChangesAsync();
        return owners;
    }

    private static string NumberOf(CatalogueEntry entry)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"2010{1}{entry.PatentId:0000000}");
        return $"{digits}.{Patents.PatentNumber.CheckDigit(digits)}";
    }

    private static string Spell(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static SqliteCommand Insert(SqliteConnection connection, string table, string columns, string values)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({columns}) VALUES ({values})";
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<(string Name, object Value)> values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }
        command.ExecuteNonQuery();
    }
}
