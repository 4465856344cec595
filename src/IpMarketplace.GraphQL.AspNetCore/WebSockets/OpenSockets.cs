using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>The sockets that are open: who has how many of them, and the end of all of them when the server stops.</summary>
internal sealed class OpenSockets(int mostPerClient)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<object, int> _byClient = [];
    private readonly HashSet<SocketSession> _sessions = [];
    private bool _isStopping;

    /// <summary>What a visitor counts as: the address, of IPv6 the network, whose owner has any number of addresses.</summary>
    public static object Client(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.MapToIPv4() ?? IPAddress.None;
        }
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    /// <summary>What a user counts as; null for a visitor.</summary>
    public static object? Client(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true, Name: { } name } ? name : null;

    /// <summary>Counts a socket for a client, unless it has as many as are allowed.</summary>
    public bool TryEnter(object client)
    {
        lock (_gate)
        {
            var count = _byClient.GetValueOrDefault(client);
            if (count >= mostPerClient)
            {
                return false;
            }
            _byClient[client] = count + 1;
            return true;
        }
    }

    public void Leave(object client)
    {
        lock (_gate)
        {
            if (--_byClient[client] == 0)
            {
                _byClient.Remove(client);
            }
        }
    }

    /// <summary>Adds a session, unless the server is stopping.</summary>
    public bool TryAdd(SocketSession session)
    {
        lock (_gate)
        {
            return !_isStopping && _sessions.Add(session);
        }
    }

    public void Remove(SocketSession session)
    {
        lock (_gate)
        {
            _sessions.Remove(session);
        }
    }

    /// <summary>Closes every socket, and each that is still to come.</summary>
    public void Stop()
    {
        SocketSession[] open;
        lock (_gate)
        {
            _isStopping = true;
            open = [.. _sessions];
        }
        foreach (var session in open)
        {
            session.Close(SocketCloseCode.GoingAway, "The server stops.");
        }
    }
}
