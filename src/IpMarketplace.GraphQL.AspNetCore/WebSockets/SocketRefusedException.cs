namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>The client broke a rule of the protocol: its socket is closed with this code and reason.</summary>
internal sealed class SocketRefusedException(int closeCode, string reason) : Exception(reason)
{
    public int CloseCode => closeCode;

    public static SocketRefusedException BadRequest(string reason) => new(SocketCloseCode.BadRequest, reason);
}
