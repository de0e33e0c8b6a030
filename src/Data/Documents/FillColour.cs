using System.Globalization;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Tells which rating a colour stands for.</summary>
public static class FillColour
{
    /// <summary>The rating of a colour such as “FFC000”, with or without its transparency in front; null for greys, white and what is none.</summary>
    public static Brag? Rating(string? colour)
    {
        if (colour is not { Length: 6 or 8 } || !uint.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return null;
        }

        var (red, green, blue) = ((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
        var (most, least) = (Math.Max(red, Math.Max(green, blue)), Math.Min(red, Math.Min(green, blue)));
        var range = most - least;
        if (range < 40 || most < 60)
        {
            return null;
        }

        var hue = most == red ? 60.0 * ((double)green - blue) / range
            : most == green ? 120 + 60.0 * ((double)blue - red) / range
            : 240 + 60.0 * ((double)red - green) / range;
        return ((hue + 360) % 360) switch
        {
            < 15 or > 340 => Brag.Red,
            < 65 => Brag.Amber,
            < 170 => Brag.Green,
            > 185 and < 260 => Brag.Blue,
            _ => null,
        };
    }
}
