using IpMarketplace.Catalogue;
using IpMarketplace.Catalogue.Storage;
using IpMarketplace.Following;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;
using IpMarketplace.Tests.Catalogue.Index;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpMarketplace.Tests.Catalogue.Storage;

/// <summary>The file without a database: what is read is what was written, and nothing else is ever taken for it.</summary>
public sealed class StoredCatalogueTests : IDisposable
{
    private static readonly StoredMoment Moment = new(
        CatalogueStore.Build, Guid.NewGuid(), new FeedMark(17, new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero), 4), new DateOnly(2026, 3, 2));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ipmarketplace-");

    private string File => Path.Combine(_folder.FullName, "catalogue.snapshot");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_read_is_what_was_written(int seed)
    {
        var written = SomeCatalogue(seed);
        Assert.True(Store().TryWrite(written.ToStore(), Moment));

        var (moment, stored) = (await ReadAsync())!.Value;
        var read = new PatentCatalogue();
        read.Restore(stored, []);

        Assert.Equal(Moment, moment);
        Assert.Empty(CatalogueComparison.Of(read, written));
        foreach (var text in new[] { "电池", "lithium", "焊接机器人", "H01M" })
        {
            Assert.Equal(written.SearchFor(text, first: 500).Ids(), read.SearchFor(text, first: 500).Ids());
        }
    }

    [Fact]
    public async Task A_catalogue_read_back_takes_in_changes_as_any_other()
    {
        var random = new RandomCorpus(3);
        var written = SomeCatalogue(3);
        Store().TryWrite(written.ToStore(), Moment);
        var read = new PatentCatalogue();
        read.Restore((await ReadAsync())!.Value.Catalogue, []);

        CatalogueEntry[] changed = [.. Enumerable.Range(150, 100).Select(id => random.Entry(id) with { TitleEn = $"Novelword{id}" })];
        written.Apply(changed, [3, 5]);
        read.Apply(changed, [3, 5]);

        Assert.Empty(CatalogueComparison.Of(read, written));
        Assert.Equal([160L], read.SearchFor("novelword160").Ids());
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_is_refused()
    {
        var whole = await WholeFileAsync();
        var random = new Random(4);
        foreach (var length in Enumerable.Range(0, 60).Select(_ => random.Next(whole.Length)).Concat([0, 1, 87, 88, whole.Length - 1]))
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..length]);
            Assert.Null(await ReadAsync());
        }
    }

    [Fact]
    public async Task A_file_with_any_byte_changed_is_refused()
    {
        var whole = await WholeFileAsync();
        var random = new Random(5);
        foreach (var position in Enumerable.Range(0, 200).Select(_ => random.Next(whole.Length)).Concat(Enumerable.Range(0, 88)))
        {
            var damaged = (byte[])whole.Clone();
            damaged[position] ^= (byte)(1 << random.Next(8));
            await System.IO.File.WriteAllBytesAsync(File, damaged);
            Assert.Null(await ReadAsync());
        }
    }

    [Fact]
    public async Task A_file_with_bytes_behind_its_end_is_refused()
    {
        await System.IO.File.WriteAllBytesAsync(File, [.. await WholeFileAsync(), 0]);
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task Sections_that_are_not_what_their_neighbours_need_are_refused_whatever_their_hashes_say()
    {
        var written = SomeCatalogue(6).ToStore();
        var fewerOwners = written with { Owners = new() };
        Store().TryWrite(fewerOwners, Moment);
        Assert.Null(await ReadAsync());

        Store().TryWrite(written with { Words = new() }, Moment);
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task What_another_build_wrote_is_refused()
    {
        Store().TryWrite(SomeCatalogue(7).ToStore(), Moment with { Build = Guid.NewGuid() });
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task What_does_not_belong_to_the_database_is_refused()
    {
        Store().TryWrite(SomeCatalogue(7).ToStore(), Moment);
        Assert.Null(await Store().ReadAsync(moment => Task.FromResult<string?>($"it goes up to {moment.Mark.ChangeId}"), CancellationToken.None));
    }

    [Fact]
    public async Task Several_processes_share_a_folder_and_what_a_killed_one_left_is_removed()
    {
        var left = Path.Combine(_folder.FullName, "catalogue.snapshot.0123.unfinished");
        await System.IO.File.WriteAllBytesAsync(left, [1, 2, 3]);
        var catalogues = Enumerable.Range(1, 4).Select(SomeCatalogue).ToList();

        await Task.WhenAll(catalogues.Select(catalogue => Task.Run(() => Enumerable.Range(0, 5).All(_ => Store().TryWrite(catalogue.ToStore(), Moment)))));

        Assert.NotNull(await ReadAsync());
        Assert.Equal([File], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_the_next_start_time_and_nothing_else() =>
        Assert.False(new CatalogueStore(new DatabaseSettings { DataDirectory = Path.Combine(_folder.FullName, "nowhere") }, NullLogger<CatalogueStore>.Instance).TryWrite(SomeCatalogue(8).ToStore(), Moment));

    private static PatentCatalogue SomeCatalogue(int seed)
    {
        var random = new RandomCorpus(seed);
        var catalogue = new PatentCatalogue();
        foreach (var part in Enumerable.Range(1, 400).Select(id => random.Entry(id) with { Owners = [PatentOwner.External($"大学{id % 7}", OrganizationKind.University, 100)] }).Chunk(90))
        {
            catalogue.Apply(part, []);
        }
        catalogue.Apply([random.Entry(7).With(IpMarketplace.Catalogue.OfferKind.OpenAnnounced, Corpus.LumpSum(12_345.67m))], [9, 99]);
        return catalogue;
    }

    private CatalogueStore Store() => new(new DatabaseSettings { DataDirectory = _folder.FullName }, NullLogger<CatalogueStore>.Instance);

    private Task<(StoredMoment Moment, StoredCatalogue Catalogue)?> ReadAsync() => Store().ReadAsync(_ => Task.FromResult<string?>(null), CancellationToken.None);

    private async Task<byte[]> WholeFileAsync()
    {
        Assert.True(Store().TryWrite(SomeCatalogue(9).ToStore(), Moment));
        return await System.IO.File.ReadAllBytesAsync(File);
    }
}
