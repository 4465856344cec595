using System.Globalization;
using System.Runtime.CompilerServices;

/// <summary>Each test assembly pins the invariant culture before its first test, as <c>Program</c> does: no test depends on the machine's language.</summary>
internal static class InvariantCulture
{
    [ModuleInitializer]
    internal static void Pin()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }
}
