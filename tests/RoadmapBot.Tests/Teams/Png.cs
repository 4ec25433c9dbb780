using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace RoadmapBot.Tests.Teams;

/// <summary>The pixels of a PNG of 8 bits a channel, RGB or RGBA, not interlaced (PNG specification, chapters 9 and 11).</summary>
internal sealed class Png
{
    private readonly byte[] _rows;
    private readonly int _channels;

    public Png(byte[] file)
    {
        (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        Assert.Equal(8, file[24]);
        Assert.Equal(0, file[28]);
        _channels = file[25] switch { 2 => 3, 6 => 4, var kind => throw new NotSupportedException($"PNG colour type {kind}") };
        _rows = Unfiltered(Inflated(file));
    }

    public int Width { get; }

    public int Height { get; }

    public (byte Red, byte Green, byte Blue, byte Alpha) this[int x, int y]
    {
        get
        {
            var at = (y * Width + x) * _channels;
            return (_rows[at], _rows[at + 1], _rows[at + 2], _channels is 4 ? _rows[at + 3] : byte.MaxValue);
        }
    }

    private static byte[] Inflated(byte[] file)
    {
        using var compressed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (Encoding.ASCII.GetString(file, at + 4, 4) is "IDAT")
                compressed.Write(file, at + 8, length);
            at += length + 12;
        }

        compressed.Position = 0;
        using var inflater = new ZLibStream(compressed, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        inflater.CopyTo(rows);
        return rows.ToArray();
    }

    private byte[] Unfiltered(byte[] filtered)
    {
        var stride = Width * _channels;
        Assert.Equal((stride + 1) * Height, filtered.Length);
        var rows = new byte[stride * Height];
        for (var y = 0; y < Height; y++)
        {
            var filter = filtered[y * (stride + 1)];
            for (var x = 0; x < stride; x++)
            {
                var left = x < _channels ? 0 : rows[y * stride + x - _channels];
                var above = y is 0 ? 0 : rows[(y - 1) * stride + x];
                var corner = x < _channels || y is 0 ? 0 : rows[(y - 1) * stride + x - _channels];
                var guess = filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Nearest(left + above - corner, left, above, corner),
                    _ => throw new NotSupportedException($"PNG filter {filter}"),
                };
                rows[y * stride + x] = (byte)(filtered[y * (stride + 1) + 1 + x] + guess);
            }
        }

        return rows;
    }

    // The first of the three wins a tie: the specification's Paeth predictor.
    private static int Nearest(int target, params ReadOnlySpan<int> candidates)
    {
        var nearest = candidates[0];
        foreach (var candidate in candidates)
            if (Math.Abs(target - candidate) < Math.Abs(target - nearest))
                nearest = candidate;
        return nearest;
    }
}
