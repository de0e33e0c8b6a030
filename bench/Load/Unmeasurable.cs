namespace TeamsPlanBot.Load;

/// <summary>Why there are no figures, as a sentence for whoever started the measurement.</summary>
internal sealed class Unmeasurable(string sentence) : Exception(sentence);
