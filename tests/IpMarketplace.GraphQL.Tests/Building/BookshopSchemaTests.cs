using System.Runtime.CompilerServices;
using IpMarketplace.GraphQL.Tests.Building.Bookshop;
using IpMarketplace.GraphQL.TypeSystem.Sdl;

namespace IpMarketplace.GraphQL.Tests.Building;

public sealed class BookshopSchemaTests
{
    [Fact]
    public void Is_exactly_the_text_beside_this_test()
    {
        var printed = SchemaPrinter.Print(BookshopSchema.Build());

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "Bookshop", "bookshop.graphql"), printed);
        }
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Building", "Bookshop", "bookshop.graphql")), printed);
    }

    [Fact]
    public void Printed_and_built_again_prints_the_same()
    {
        var printed = SchemaPrinter.Print(BookshopSchema.Build());

        Assert.Equal(printed, SchemaPrinter.Print(SchemaBuilder.FromSdl(printed).Build()));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
