using System.Text;

namespace IpMarketplace.Kernel.Lifecycles;

/// <summary>How enum values are spelled outside the process, in the schema and in the database alike.</summary>
public static class Spelling
{
    /// <summary><c>FeeOverdue</c> becomes <c>FEE_OVERDUE</c>.</summary>
    public static string Screaming<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }
            text.Append(char.ToUpperInvariant(name[i]));
        }
        return text.ToString();
    }
}
