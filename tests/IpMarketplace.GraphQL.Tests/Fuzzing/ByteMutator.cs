using System.Text;

namespace IpMarketplace.GraphQL.Tests.Fuzzing;

/// <summary>Changes a few bytes of what was right: some removed, some replaced, some repeated, some taken from a list of troublesome ones.</summary>
internal sealed class ByteMutator(params string[] pieces)
{
    private readonly byte[][] _pieces = [.. pieces.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The lexer's and the parser's troublesome pieces.</summary>
    public static ByteMutator OfDocuments { get; } = new(
        "{", "}", "(", ")", "[", "]", "...", "..", "$", "!", "|", "&", "=", "@", ":", "#", "\"", "\"\"\"", "\\", "\\u{", "\\uD83D", "\n", "\r",
        "on", "true", "null", "fragment", "extend", "implements", "-", "0", "1e", "专", "\uFEFF");

    /// <summary>Those of JSON.</summary>
    public static ByteMutator OfJson { get; } = new(
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\uD83D", "\\uDE00", "\\n", "null", "true", "1e999", "-0", "1E", "0.", "\0", "\t", "专", "{}", "[]", "\"query\":", "\"id\":");

    /// <summary>Those of HTTP and of multipart bodies.</summary>
    public static ByteMutator OfMessages { get; } = new(
        "\r\n", "\r", "\n", ":", ";", "=", ",", " ", "\"", "--", "%", "%00", "%zz", "?", "&", "q=0", "*/*", "text/", "charset=", "boundary=", "gzip", "chunked", "专", "\0");

    public byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(4))
            {
                case 0 when at < bytes.Count: bytes.RemoveRange(at, Math.Min(random.Next(1, 8), bytes.Count - at)); break;
                case 1 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(0, Math.Min(random.Next(30), bytes.Count))); break;
                default: bytes.InsertRange(at, _pieces[random.Next(_pieces.Length)]); break;
            }
        }
        return [.. bytes];
    }
}
