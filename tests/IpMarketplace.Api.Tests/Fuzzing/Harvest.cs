using System.Text.Json;

namespace IpMarketplace.Api.Tests.Fuzzing;

/// <summary>What earlier answers told: ids by type, and the amounts that are due, so that later requests reach deep.</summary>
internal sealed class Harvest(Random random)
{
    private const int MostOfAType = 400;

    private readonly Dictionary<string, List<string>> _ids = [];
    private readonly Dictionary<string, string> _due = [];
    private string? _last;

    /// <summary>An id of a type, or of any where none of it is known; null at the very beginning.</summary>
    public string? Id(string? type)
    {
        var known = type is not null && _ids.TryGetValue(type, out var found) ? found : _ids.Count == 0 ? null : _ids.Values.ElementAt(random.Next(_ids.Count));
        // The newest are where something can still happen.
        _last = known?[random.Next(2) == 0 ? random.Next(known.Count) : random.Next(Math.Max(0, known.Count - 8), known.Count)];
        return _last;
    }

    /// <summary>The amount that the request named last is due.</summary>
    public string Amount() => _last is not null && _due.TryGetValue(_last, out var due) ? due : "1";

    /// <summary>Gathers what an answer holds.</summary>
    public void Gather(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Gather(item);
                }
                break;
            case JsonValueKind.Object:
                if (value.TryGetProperty("__typename", out var type) && value.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
                {
                    Keep(type.GetString()!, id.GetString()!);
                    if (value.TryGetProperty("amountDue", out var due) && due.ValueKind == JsonValueKind.Number)
                    {
                        _due[id.GetString()!] = due.GetRawText();
                    }
                }
                foreach (var member in value.EnumerateObject())
                {
                    Gather(member.Value);
                }
                break;
        }
    }

    private void Keep(string type, string id)
    {
        if (!_ids.TryGetValue(type, out var known))
        {
            _ids.Add(type, known = []);
        }
        known.Remove(id);
        known.Add(id);
        if (known.Count > MostOfAType)
        {
            known.RemoveAt(0);
        }
    }
}
