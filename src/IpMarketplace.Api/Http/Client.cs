using System.Net;
using System.Net.Sockets;
using IpMarketplace.Accounts.Sessions;

namespace IpMarketplace.Api.Http;

/// <summary>As whom a caller is counted.</summary>
internal static class Client
{
    private const int NetworkBytes = 8;

    /// <summary>The address it comes from; of IPv6 the network of 64 bits. Behind a trusted proxy the address that the proxy tells.</summary>
    public static ClientAddress AddressOf(HttpContext context) => new(NetworkOf(context.Connection.RemoteIpAddress ?? IPAddress.None));

    /// <summary>The account that is signed in, or the address of a visitor.</summary>
    public static string UserOrAddressOf(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { } account } ? $"account {account}" : AddressOf(context).Network;

    private static string NetworkOf(IPAddress address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address.MapToIPv4().ToString();
        }
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
