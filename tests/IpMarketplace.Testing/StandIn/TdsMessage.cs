using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace IpMarketplace.Testing.StandIn;

/// <summary>What a client of SQL Server sends, as far as the stand-in reads it (MS-TDS 7.4, without encryption).</summary>
internal sealed record TdsMessage(TdsMessageKind Kind, byte[] Body)
{
    private const int HeaderLength = 8;
    private const byte LastPacket = 1;
    private const ushort ProcedureById = 0xFFFF;
    private const ushort ExecuteSql = 10;
    private const ushort OfNoLimit = 0xFFFF;

    /// <summary>Reads one whole message; null when the client has gone.</summary>
    public static async Task<TdsMessage?> ReadAsync(NetworkStream stream, CancellationToken ct)
    {
        var header = new byte[HeaderLength];
        using var body = new MemoryStream();
        do
        {
            if (await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, ct) < HeaderLength)
            {
                return null;
            }
            var packet = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - HeaderLength];
            await stream.ReadExactlyAsync(packet, ct);
            body.Write(packet);
        }
        while ((header[1] & LastPacket) == 0);
        return new TdsMessage((TdsMessageKind)header[0], body.ToArray());
    }

    /// <summary>The statement it asks for: the text of a batch, of <c>sp_executesql</c>, a procedure's name, or what becomes of a transaction.</summary>
    public string Statement() => Kind switch
    {
        TdsMessageKind.Batch => Encoding.Unicode.GetString(AfterHeaders()),
        TdsMessageKind.Procedure => ProcedureStatement(AfterHeaders()),
        TdsMessageKind.Transaction => Transaction() switch
        {
            TdsTransaction.Begin => "BEGIN TRANSACTION",
            TdsTransaction.Commit => "COMMIT",
            TdsTransaction.Rollback => "ROLLBACK",
            var other => throw new NotSupportedException($"The stand-in knows no transaction request {other}."),
        },
        _ => throw new NotSupportedException($"A message of kind {Kind} holds no statement."),
    };

    /// <summary>What a message of the transaction manager asks for.</summary>
    public TdsTransaction Transaction() => (TdsTransaction)BinaryPrimitives.ReadUInt16LittleEndian(AfterHeaders());

    private ReadOnlySpan<byte> AfterHeaders() => Body.AsSpan(BinaryPrimitives.ReadInt32LittleEndian(Body));

    private static string ProcedureStatement(ReadOnlySpan<byte> rest)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(rest);
        if (length != ProcedureById)
        {
            return Encoding.Unicode.GetString(rest.Slice(2, length * 2));
        }
        var procedure = BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]);
        // Number, flags, then the first parameter: a name, a status, and nvarchar with its longest length and its collation.
        var text = rest[(4 + 2)..];
        text = text[(1 + (text[0] * 2) + 1 + 1)..];
        var longest = BinaryPrimitives.ReadUInt16LittleEndian(text);
        text = text[(2 + 5)..];
        return procedure != ExecuteSql ? throw new NotSupportedException($"The stand-in knows no procedure {procedure}.")
            : longest == OfNoLimit ? TextInChunks(text[8..])
            : Encoding.Unicode.GetString(text.Slice(2, BinaryPrimitives.ReadUInt16LittleEndian(text)));
    }

    private static string TextInChunks(ReadOnlySpan<byte> chunks)
    {
        var text = new StringBuilder();
        for (var length = BinaryPrimitives.ReadInt32LittleEndian(chunks); length > 0; length = BinaryPrimitives.ReadInt32LittleEndian(chunks))
        {
            text.Append(Encoding.Unicode.GetString(chunks.Slice(4, length)));
            chunks = chunks[(4 + length)..];
        }
        return text.ToString();
    }
}

internal enum TdsMessageKind : byte
{
    Batch = 0x01,
    Procedure = 0x03,
    Attention = 0x06,
    Transaction = 0x0E,
    SignIn = 0x10,
    BeforeSignIn = 0x12,
}

internal enum TdsTransaction : ushort
{
    Begin = 5,
    Commit = 7,
    Rollback = 8,
}
