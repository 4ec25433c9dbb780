using System.Text;

namespace RoadmapBot.Rig.Wire;

/// <summary>A span as a collector is sent it: read from the protobuf wire format by the field numbers of opentelemetry/proto/trace/v1.</summary>
/// <param name="Tags">Those with a text as value.</param>
internal sealed record OtlpSpan(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags)
{
    private const int Inner = 2; // resource_spans[1].scope_spans[2].spans[2]

    public static IEnumerable<OtlpSpan> Read(ReadOnlyMemory<byte> request) =>
        from resource in Fields(request, 1)
        from scope in Fields(resource, Inner)
        from span in Fields(scope, Inner)
        select new OtlpSpan(
            Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5),
            Fields(span, 9).ToDictionary(tag => Text(tag, 1), tag => Fields(tag, 2).Select(value => Text(value, 1)).First(), StringComparer.Ordinal));

    private static string Hex(ReadOnlyMemory<byte> message, int number) => Convert.ToHexStringLower(Fields(message, number).FirstOrDefault().Span);

    private static string Text(ReadOnlyMemory<byte> message, int number) => Encoding.UTF8.GetString(Fields(message, number).FirstOrDefault().Span);

    /// <summary>The length-delimited fields of that number.</summary>
    private static List<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        var (found, at) = (new List<ReadOnlyMemory<byte>>(), 0);
        while (at < message.Length)
        {
            var tag = Number(message.Span, ref at);
            switch (tag & 7)
            {
                case 0:
                    Number(message.Span, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Number(message.Span, ref at);
                    if ((int)(tag >> 3) == number)
                        found.Add(message.Slice(at, length));
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {tag & 7} at {at}.");
            }
        }

        return found;
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
            shift += 7;
        }
    }
}
