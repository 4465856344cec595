using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IpMarketplace.Kernel.Events;

namespace IpMarketplace.Persistence.Idempotency;

/// <summary>An answer as text, field by field, so that it can be given again as it was whatever has become of its rows.</summary>
internal static class AnswerSnapshot
{
    private static readonly JsonSerializerOptions FieldByField = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepFields } },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the answer holds now.</summary>
    public static string Of(object answer) => JsonSerializer.Serialize(answer, answer.GetType(), FieldByField);

    /// <summary>The answer, tracked by nobody; null when the text was written by a build whose type had other fields.</summary>
    public static object? Read(string text, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(text, type, FieldByField);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Constructors and setters guard rules that hold already; a snapshot takes the fields behind them, each of which must be there.</summary>
    private static void KeepFields(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }
        info.CreateObject = info.Type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is { } constructor
            ? () => constructor.Invoke(null)
            : () => RuntimeHelpers.GetUninitializedObject(info.Type);
        info.Properties.Clear();
        foreach (var field in FieldsOf(info.Type))
        {
            var property = info.CreateJsonPropertyInfo(field.FieldType, field.Name);
            property.Get = field.GetValue;
            property.Set = field.SetValue;
            property.IsRequired = true;
            info.Properties.Add(property);
        }
    }

    /// <summary>What an aggregate has still to tell is no part of what it is.</summary>
    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null
        ? []
        : FieldsOf(type.BaseType).Concat(type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => field.FieldType != typeof(List<IDomainEvent>) && field.FieldType != typeof(List<Transition>)));
}
