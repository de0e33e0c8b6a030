using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>A part of an answer under a title; an empty title is none. What has nothing to say is left out by every face.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "passage")]
[JsonDerivedType(typeof(Lines), "lines")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Rows), "rows")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Bars), "bars")]
[JsonDerivedType(typeof(Trend), "trend")]
[JsonDerivedType(typeof(Form), "form")]
public abstract record Passage(string Title)
{
    /// <summary>Sentences, one to a line.</summary>
    public sealed record Lines(string Title, IReadOnlyList<string> Said) : Passage(Title);

    /// <summary>Things said under short names.</summary>
    public sealed record Facts(string Title, IReadOnlyList<Fact> Said) : Passage(Title);

    /// <summary>Things one below the other, each with a few lines.</summary>
    public sealed record Rows(string Title, IReadOnlyList<Row> Said) : Passage(Title);

    /// <summary>Cells under headings.</summary>
    /// <param name="Shares">What each row divides into, for a face with room for it.</param>
    public sealed record Table(string Title, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Said, Shares? Shares = null) : Passage(Title);

    /// <summary>Numbers that people would rather see beside each other; the sentence says the same.</summary>
    public sealed record Bars(string Title, string Sentence, IReadOnlyList<Bar> Said) : Passage(Title);

    /// <summary>How figures moved; the sentence says it in short, the table holds each of them.</summary>
    public sealed record Trend(string Title, string Sentence, IReadOnlyList<Curve> Curves, Table Figures) : Passage(Title);

    /// <summary>Blanks to be filled in.</summary>
    public sealed record Form(string Title, IReadOnlyList<Blank> Blanks) : Passage(Title);
}

/// <summary>A thing to be said under a short name.</summary>
public sealed record Fact(string Name, string Text);

/// <summary>One of several things: its number, what it is, how it stands, and what else is to be said.</summary>
/// <param name="Opens">What shows it in full.</param>
/// <param name="Curves">How it moved, for a face that draws it small; the details say where it stands.</param>
public sealed record Row(string Mark, string Title, IReadOnlyList<Phrase> Standing, IReadOnlyList<string> Details, Button? Opens = null, IReadOnlyList<Curve>? Curves = null);

/// <summary>One more column of a table, under a heading of its own.</summary>
public sealed record Shares(string Heading, IReadOnlyList<Share> Each);

/// <summary>What one row divides into; the sentence says the same.</summary>
/// <param name="Opens">What shows all of the row.</param>
public sealed record Share(string Sentence, IReadOnlyList<Bar> Bars, Button Opens);

/// <summary>Some words, and how they are set off. The tone only repeats what the words say.</summary>
public sealed record Phrase(string Text, Tone Tone = Tone.Plain);

/// <summary>How words are set off.</summary>
public enum Tone
{
    Plain,
    Strong,
    Red,
    Amber,
    Green,
    Blue,
}

/// <summary>A number and what it counts.</summary>
public sealed record Bar(string Name, int Number, Tone Tone);

/// <summary>The values of one series, the oldest first.</summary>
public sealed record Curve(string Name, Tone Tone, IReadOnlyList<Dot> Dots);

/// <summary>A value and its period.</summary>
public sealed record Dot(string Period, decimal Value);

/// <summary>A blank of a form, with what stands in it.</summary>
/// <param name="Fault">What is wrong with that, and what to do about it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "blank")]
[JsonDerivedType(typeof(Line), "line")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(OneOf), "oneOf")]
[JsonDerivedType(typeof(Day), "day")]
public abstract record Blank(string Id, string Label, string Value, string? Fault)
{
    /// <summary>A word or two, and an example of such.</summary>
    public sealed record Line(string Id, string Label, string Value, string? Fault, string Example) : Blank(Id, Label, Value, Fault);

    /// <summary>Some words, and an example of such.</summary>
    public sealed record Words(string Id, string Label, string Value, string? Fault, string Example) : Blank(Id, Label, Value, Fault);

    public sealed record OneOf(string Id, string Label, string Value, string? Fault, IReadOnlyList<Option> Options) : Blank(Id, Label, Value, Fault);

    public sealed record Day(string Id, string Label, string Value, string? Fault) : Blank(Id, Label, Value, Fault);
}

/// <summary>Something to choose: how it is said, and how it comes back.</summary>
public sealed record Option(string Title, string Value);

/// <summary>Something to press: a message it says, or what it asks for. What it asks for is checked again when it comes back.</summary>
/// <param name="Back">The list to return to from there.</param>
/// <param name="Leads">The address it leads to.</param>
/// <param name="OpensDialog">What it asks for is shown in a window of its own.</param>
/// <param name="Saves">The action that the form above was drawn from.</param>
/// <param name="Arranges">It arranges the digest that the form above describes.</param>
public sealed record Button(string Title, string? Says = null, Request? Asks = null, Request.ListActions? Back = null, DrawnAction? Saves = null, bool OpensDialog = false, string? Leads = null, bool Arranges = false)
{
    /// <summary>Takes back what this message of one's own changed.</summary>
    public static Button Undo(string message) => new("Undo", Asks: new Request.Undo(Of: message));
}
