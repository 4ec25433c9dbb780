namespace RoadmapBot.Analysis.Catalogue;

/// <summary>A fault in a file of <c>prompts/catalogue</c>: the message names file, line and entry, what is wrong and how to mend it.</summary>
internal sealed class CatalogueException(string message, Exception? inner = null) : Exception(message, inner);
