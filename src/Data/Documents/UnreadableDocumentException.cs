namespace TeamsPlanBot.Data.Documents;

/// <summary>What ends the reading of a file from deep inside it; the reader that is asked makes a sentence of it.</summary>
internal sealed class UnreadableDocumentException(string sentence) : Exception(sentence);
