using System.Buffers.Binary;
using System.Text;

namespace IpMarketplace.Testing.StandIn;

/// <summary>What the stand-in answers to a statement: rows, a number of rows touched, or an error of the server.</summary>
public sealed class TdsAnswer
{
    private const byte Answer = 0x04;
    private const int PacketLength = 4096;

    // Clients count the rows of what writes, and pass over those of what selects.
    private const int Selecting = 0xC1;
    private const int Writing = 0xC3;

    private static readonly byte[] Collation = [0x09, 0x04, 0xD0, 0x00, 0x34];

    private readonly List<byte> _tokens = [];

    private TdsAnswer()
    {
    }

    /// <summary>Nothing was asked for but that it be done; this many rows were touched.</summary>
    public static TdsAnswer Done(long rows = 0) => new TdsAnswer().End(rows, of: Writing);

    /// <summary>Rows of one or more columns. A value is a text, an <see cref="int"/>, a <see cref="long"/>, a <see cref="bool"/> or null.</summary>
    /// <param name="columns">Their names; the first row shows their types, and a column of nulls or without rows is text.</param>
    /// <param name="rows">The rows, each as long as the columns.</param>
    public static TdsAnswer Rows(IReadOnlyList<string> columns, params IReadOnlyList<object?[]> rows)
    {
        var answer = new TdsAnswer();
        answer.Byte(0x81).Short(columns.Count);
        for (var column = 0; column < columns.Count; column++)
        {
            answer.Number(0).Short(0x0001).Type(rows.Select(row => row[column]).FirstOrDefault(value => value is not null)).ShortText(columns[column]);
        }
        foreach (var row in rows)
        {
            answer.Byte(0xD1);
            for (var column = 0; column < columns.Count; column++)
            {
                answer.Value(row[column], rows.All(other => other[column] is null or string));
            }
        }
        return answer.End(rows.Count);
    }

    /// <summary>No row, but every column that the statement selects.</summary>
    public static TdsAnswer Nothing(string select)
    {
        var columns = 1;
        var depth = 0;
        var isText = false;
        for (var i = 0; i < select.Length && !(depth == 0 && !isText && select.AsSpan(i).StartsWith("\nFROM ")); i++)
        {
            isText ^= select[i] == '\'';
            depth += isText ? 0 : select[i] == '(' ? 1 : select[i] == ')' ? -1 : 0;
            columns += !isText && depth == 0 && select[i] == ',' ? 1 : 0;
        }
        return Rows([.. Enumerable.Repeat("", columns)]);
    }

    /// <summary>One row of one column.</summary>
    public static TdsAnswer Scalar(object? value) => Rows([""], [value]);

    /// <summary>The server refuses the statement, with this number of its list of messages.</summary>
    public static TdsAnswer Error(int number, string message)
    {
        var answer = new TdsAnswer();
        answer.Byte(0xAA).Counted(body => body.Number(number).Byte(1).Byte(16).Short(message.Length).Raw(Encoding.Unicode.GetBytes(message)).ShortText("stand-in").ShortText("").Number(1));
        return answer.End(0, failed: true);
    }

    internal static TdsAnswer BeforeSignIn() => new TdsAnswer().Raw(
    [
        0x00, 0x00, 0x0B, 0x00, 0x06, // the version lies at 11 and is 6 bytes long
        0x01, 0x00, 0x11, 0x00, 0x01, // encryption lies at 17
        0xFF, 0x10, 0x00, 0x03, 0xE8, 0x00, 0x00, // 16.0.1000
        0x02, // encryption is not supported
    ]);

    internal static TdsAnswer SignedIn(string database)
    {
        var answer = new TdsAnswer();
        answer.Changed(1, body => body.ShortText(database).ShortText(""));
        answer.Changed(7, body => body.Byte(Collation.Length).Raw(Collation).Byte(0));
        answer.Byte(0xAD).Counted(body => body.Byte(1).Raw([0x74, 0x00, 0x00, 0x04]).ShortText("Microsoft SQL Server").Raw([0x10, 0x00, 0x03, 0xE8]));
        answer.Changed(4, body => body.ShortText("4096").ShortText("4096"));
        return answer.End(0);
    }

    internal static TdsAnswer TransactionBegun(long transaction) =>
        new TdsAnswer().Changed(8, body => body.Byte(8).Long(transaction).Byte(0)).End(0);

    internal static TdsAnswer TransactionEnded(TdsTransaction how, long transaction) =>
        new TdsAnswer().Changed(how == TdsTransaction.Commit ? 9 : 10, body => body.Byte(0).Byte(8).Long(transaction)).End(0);

    internal static TdsAnswer Attended() => new TdsAnswer().Byte(0xFD).Short(0x20).Short(0).Long(0);

    /// <summary>The answer cut into packets.</summary>
    internal byte[] ToPackets()
    {
        var body = _tokens.ToArray();
        using var packets = new MemoryStream();
        var parts = body.Chunk(PacketLength - 8).DefaultIfEmpty([]).ToList();
        for (var part = 0; part < parts.Count; part++)
        {
            var header = new byte[8];
            header[0] = Answer;
            header[1] = (byte)(part == parts.Count - 1 ? 1 : 0);
            BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(parts[part].Length + 8));
            header[6] = (byte)(part + 1);
            packets.Write(header);
            packets.Write(parts[part]);
        }
        return packets.ToArray();
    }

    private TdsAnswer Type(object? example) => example switch
    {
        int => Byte(0x26).Byte(4),
        long => Byte(0x26).Byte(8),
        bool => Byte(0x68).Byte(1),
        null or string => Byte(0xE7).Short(8000).Raw(Collation),
        _ => throw new NotSupportedException($"The stand-in answers no {example.GetType()}."),
    };

    private TdsAnswer Value(object? value, bool isText) => value switch
    {
        null => isText ? Short(0xFFFF) : Byte(0),
        int number => Byte(4).Number(number),
        long number => Byte(8).Long(number),
        bool yes => Byte(1).Byte(yes ? 1 : 0),
        string text => Short(text.Length * 2).Raw(Encoding.Unicode.GetBytes(text)),
        _ => throw new NotSupportedException($"The stand-in answers no {value.GetType()}."),
    };

    private TdsAnswer Changed(int what, Action<TdsAnswer> body) => Byte(0xE3).Counted(inner => body(inner.Byte(what)));

    private TdsAnswer End(long rows, bool failed = false, int of = Selecting) => Byte(0xFD).Short(failed ? 0x02 : 0x10).Short(of).Long(rows);

    private TdsAnswer Counted(Action<TdsAnswer> write)
    {
        var inner = new TdsAnswer();
        write(inner);
        return Short(inner._tokens.Count).Raw(inner._tokens.ToArray());
    }

    private TdsAnswer ShortText(string text) => Byte(text.Length).Raw(Encoding.Unicode.GetBytes(text));

    private TdsAnswer Byte(int value) => Raw([(byte)value]);

    private TdsAnswer Short(int value) => Raw(BitConverter.GetBytes((ushort)value));

    private TdsAnswer Number(int value) => Raw(BitConverter.GetBytes(value));

    private TdsAnswer Long(long value) => Raw(BitConverter.GetBytes(value));

    private TdsAnswer Raw(ReadOnlySpan<byte> bytes)
    {
        _tokens.AddRange(bytes);
        return this;
    }
}
