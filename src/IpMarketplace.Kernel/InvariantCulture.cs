using System.Globalization;

namespace IpMarketplace.Kernel;

/// <summary>Texts that people, logs and files get are the same on every machine: neither its calendar nor its signs and separators reach them.</summary>
public static class InvariantCulture
{
    /// <summary>
    /// Makes the invariant culture the one of this thread and of every thread that begins from here on. First thing in a program. What language a
    /// request asks for may change <see cref="CultureInfo.CurrentUICulture"/>, which chooses words, never <see cref="CultureInfo.CurrentCulture"/>.
    /// </summary>
    public static void Pin()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }
}
