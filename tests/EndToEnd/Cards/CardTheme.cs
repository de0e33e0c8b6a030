namespace EndToEnd.Cards;

/// <summary>The Teams theme a card is drawn in.</summary>
public enum CardTheme
{
    /// <summary>Dark text on white.</summary>
    Light,

    /// <summary>Light text on near-black.</summary>
    Dark,
}
