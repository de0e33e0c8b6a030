namespace EndToEnd.Client;

/// <summary>Something did not happen in the Playground, told with what could be seen there.</summary>
public sealed class PlaygroundFailure(string message, Exception? inner = null) : Exception(message, inner);
