using System.Buffers.Binary;
using System.IO.Compression;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>A PNG of eight bits a channel, read to its pixels.</summary>
internal sealed record Picture(int Width, int Height, IReadOnlyList<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels)
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Picture Read(byte[] png)
    {
        Assert.Equal(Signature, png[..8]);
        var header = png.AsSpan(16);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        Assert.True(header[8] == 8 && header[9] is 2 or 6 && header[12] == 0, "The picture is not eight bits a channel, in colour, in one pass.");
        var channels = header[9] == 6 ? 4 : 3;

        var pixels = new List<(byte, byte, byte, byte)>();
        using var lines = new ZLibStream(Data(png), CompressionMode.Decompress);
        var above = new byte[width * channels];
        for (var y = 0; y < height; y++)
        {
            var filter = lines.ReadByte();
            var line = new byte[width * channels];
            lines.ReadExactly(line);
            Restore(filter, line, above, channels);
            pixels.AddRange(line.Chunk(channels).Select(pixel => (pixel[0], pixel[1], pixel[2], channels == 4 ? pixel[3] : byte.MaxValue)));
            above = line;
        }

        return new Picture(width, height, pixels);
    }

    private static MemoryStream Data(byte[] png)
    {
        var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        data.Position = 0;
        return data;
    }

    // Each line is written as its difference from what stands to the left and above.
    private static void Restore(int filter, byte[] line, byte[] above, int channels)
    {
        for (var i = 0; i < line.Length; i++)
        {
            int left = i < channels ? 0 : line[i - channels], up = above[i], corner = i < channels ? 0 : above[i - channels];
            line[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Nearest(left, up, corner),
                _ => throw new InvalidDataException($"There is no filter {filter}."),
            });
        }
    }

    private static int Nearest(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - corner - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
