using System.Collections.Concurrent;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Microsoft.Extensions.AI;

namespace RoadmapBot.LanguageModel;

/// <summary>A file of <c>prompts/model</c>, in Semantic Kernel's YAML prompt-function schema.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Hash">SHA-256 of the file's text, in hexadecimal.</param>
/// <param name="Template">Handlebars; writes <c>message</c> elements with a role.</param>
/// <param name="Variables">The names of what it is filled with; all are needed.</param>
/// <param name="Schema">JSON Schema of the answer.</param>
/// <param name="MostTokens">Of the answer.</param>
internal sealed record Prompt(string Name, string Hash, string Template, IReadOnlyList<string> Variables, JsonElement Schema, float Temperature, int MostTokens)
{
    private static readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> Compiled = new(StringComparer.Ordinal);

    /// <summary>The messages, word for word; what it is filled with is escaped and can be no message of its own.</summary>
    /// <exception cref="FormatException">The template does not write messages.</exception>
    public IReadOnlyList<ChatMessage> Fill(IReadOnlyDictionary<string, string> values)
    {
        var template = Compiled.GetOrAdd(Template, text => Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true }).Compile(text));
        try
        {
            var written = XElement.Parse($"<chat>{template(values.ToDictionary(value => value.Key, value => (object)value.Value))}</chat>", LoadOptions.PreserveWhitespace);
            return [.. written.Elements("message").Select(message => new ChatMessage(RoleOf(message), message.Value.Trim()))];
        }
        catch (Exception fault) when (fault is XmlException or HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new FormatException($"{Name} does not write messages: {fault.Message}", fault);
        }
    }

    private static ChatRole RoleOf(XElement message) => (string?)message.Attribute("role") switch
    {
        "system" => ChatRole.System,
        "user" => ChatRole.User,
        "assistant" => ChatRole.Assistant,
        var other => throw new FormatException($"A message has the role \"{other}\"."),
    };
}

/// <summary>All prompts by name.</summary>
internal sealed class PromptBook(IEnumerable<Prompt> prompts)
{
    private readonly Dictionary<string, Prompt> _byName = prompts.ToDictionary(prompt => prompt.Name, StringComparer.Ordinal);

    public Prompt this[string name] => _byName[name];

    public IReadOnlyCollection<Prompt> All => _byName.Values;
}
