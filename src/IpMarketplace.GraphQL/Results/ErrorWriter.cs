using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.Results;

/// <summary>Writes errors as the response format has them (spec 7.1.2).</summary>
internal static class ErrorWriter
{
    /// <summary>Writes the member <c>"errors":[…]</c>.</summary>
    public static void WriteMember(ref JsonOutput output, IReadOnlyList<IError> errors)
    {
        output.Raw("\"errors\":"u8);
        WriteList(ref output, errors);
    }

    /// <summary>Writes the errors as a list.</summary>
    public static void WriteList(ref JsonOutput output, IReadOnlyList<IError> errors)
    {
        output.Byte((byte)'[');
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
            {
                output.Byte((byte)',');
            }
            Write(ref output, errors[i]);
        }
        output.Byte((byte)']');
    }

    private static void Write(ref JsonOutput output, IError error)
    {
        output.Raw("{\"message\":"u8);
        output.Text(error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            WriteLocations(ref output, locations);
        }
        if (error.Path is { } path)
        {
            output.Raw(",\"path\":"u8);
            JsonValues.Write(ref output, path.ToList());
        }
        if (error.Code is not null || error.Extensions is { Count: > 0 })
        {
            WriteExtensions(ref output, error);
        }
        output.Byte((byte)'}');
    }

    private static void WriteLocations(ref JsonOutput output, IReadOnlyList<Location> locations)
    {
        output.Raw(",\"locations\":["u8);
        for (var i = 0; i < locations.Count; i++)
        {
            output.Raw(i == 0 ? "{\"line\":"u8 : ",{\"line\":"u8);
            output.Integer(locations[i].Line);
            output.Raw(",\"column\":"u8);
            output.Integer(locations[i].Column);
            output.Byte((byte)'}');
        }
        output.Byte((byte)']');
    }

    private static void WriteExtensions(ref JsonOutput output, IError error)
    {
        output.Raw(",\"extensions\":{"u8);
        var isFirst = true;
        if (error.Code is not null)
        {
            output.Raw("\"code\":"u8);
            output.Text(error.Code);
            isFirst = false;
        }
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            if (error.Code is not null && name == "code")
            {
                continue;
            }
            if (!isFirst)
            {
                output.Byte((byte)',');
            }
            isFirst = false;
            output.Text(name);
            output.Byte((byte)':');
            output.Raw(Encode(value));
        }
        output.Byte((byte)'}');
    }

    // An error that cannot be written would cost the whole response.
    private static byte[] Encode(object? value)
    {
        try
        {
            return JsonValues.Encode(value);
        }
        catch (InvalidOperationException)
        {
            return "null"u8.ToArray();
        }
    }
}
