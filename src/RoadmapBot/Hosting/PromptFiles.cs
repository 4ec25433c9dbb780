using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using RoadmapBot.Discovery;
using RoadmapBot.LanguageModel;
using RoadmapBot.Roadmaps.Writing;

namespace RoadmapBot.Hosting;

/// <summary>
/// Reads <c>prompts/model</c>; the README there has the rules. It lies here because the strict reader of YAML lies above the model's folder.
/// </summary>
internal static partial class PromptFiles
{
    /// <summary>Those that some class uses.</summary>
    public static readonly string[] Needed = [ProbeWriter.Prompt, AnswerReader.Prompt, GapWriter.Prompt, InitiativeWriter.Prompt, SummaryWriter.Prompt];

    private const string WholeFile = "the file";

    /// <exception cref="YamlFaultsException">Something is wrong in the files; lists every fault.</exception>
    public static PromptBook Load(string folder)
    {
        var faults = new List<YamlFault>();
        var prompts = Needed.Select(name => Load(folder, name, faults)).OfType<Prompt>().ToArray();
        if (Directory.Exists(folder))
        {
            var unknown = Directory.GetFiles(folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Except(Needed);
            faults.AddRange(unknown.Select(name => new YamlFault($"{name}.yaml", null, WholeFile, "No class uses it.", "Remove it, or correct its name.")));
        }

        return faults.Count == 0 ? new PromptBook(prompts) : throw new YamlFaultsException(faults);
    }

    private static Prompt? Load(string folder, string name, List<YamlFault> faults)
    {
        var before = faults.Count;
        var file = $"{name}.yaml";
        if (YamlFiles.Load(folder, file, faults) is not { } map)
            return null;
        if (map.Text("name") is { Length: > 0 } written && written != name.Replace('-', '_'))
            map.Fault("name", $"\"name\" is \"{written}\".", $"Write {name.Replace('-', '_')}, as the file is called.");
        map.Text("description");
        map.OneOf("template_format", ["handlebars"]);
        var template = map.Text("template");
        var variables = Variables(map);
        var schema = Schema(map);
        var (temperature, mostTokens) = Settings(map);
        map.Close();
        if (faults.Count > before)
            return null;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(folder, file)))));
        var prompt = new Prompt(name, hash, template, variables, schema!.Value, temperature, mostTokens);
        foreach (var (problem, mend) in Faults(prompt))
            map.Fault("template", problem, mend);
        return faults.Count > before ? null : prompt;
    }

    private static List<string> Variables(YamlMap map)
    {
        var names = new List<string>();
        foreach (var variable in map.Maps("input_variables"))
        {
            names.Add(variable.Text("name"));
            var one = variable.At($"variable {names[^1]}");
            one.Text("description");
            one.OneOf("is_required", ["true"]);
            one.Close();
        }

        foreach (var twice in names.GroupBy(name => name).Where(same => same.Count() > 1))
            map.Fault("input_variables", $"The variable \"{twice.Key}\" is there twice.", "Name it once.");
        return names;
    }

    private static JsonElement? Schema(YamlMap map)
    {
        if (map.NeededMap("output_variable")?.At("output_variable") is not { } output)
            return null;
        output.Text("description");
        var text = output.Text("json_schema");
        output.Close();
        try
        {
            using var read = JsonDocument.Parse(text);
            if (!IsStrict(read.RootElement) || read.RootElement.GetProperty("type").GetString() is not "object")
                output.Fault("json_schema", "The schema is not strict.", "Let it be an object; list every member of every object under \"required\" and forbid others by \"additionalProperties\": false.");
            return read.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            output.Fault("json_schema", $"\"json_schema\" is not JSON: {fault.Message}", "Write a JSON Schema.");
            return null;
        }
    }

    /// <summary>What providers ask of a schema that answers are bound to.</summary>
    private static bool IsStrict(JsonElement schema) => schema.GetProperty("type").GetString() switch
    {
        "object" => schema.TryGetProperty("additionalProperties", out var other) && other.ValueKind is JsonValueKind.False
            && schema.GetProperty("properties").EnumerateObject().Select(member => member.Name).Order().SequenceEqual(schema.GetProperty("required").EnumerateArray().Select(member => member.GetString()!).Order())
            && schema.GetProperty("properties").EnumerateObject().All(member => IsStrict(member.Value)),
        "array" => IsStrict(schema.GetProperty("items")),
        _ => true,
    };

    private static (float Temperature, int MostTokens) Settings(YamlMap map)
    {
        if (map.NeededMap("execution_settings")?.At("execution_settings") is not { } all || all.NeededMap("default") is not { } settings)
            return default;
        all.Close();
        var written = settings.Text("temperature");
        if (!float.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var temperature) || temperature > 1)
            settings.Fault("temperature", $"\"temperature\" is \"{written}\".", "Write a number from 0 to 1.");
        var mostTokens = settings.Number("max_tokens", 1, 16_000);
        settings.Close();
        return (temperature, mostTokens);
    }

    /// <summary>Filled once, it must write a constant system message and then data, one variable a line.</summary>
    private static IEnumerable<(string Problem, string Mend)> Faults(Prompt prompt)
    {
        var used = Place().Matches(prompt.Template).Select(place => place.Groups[1].Value).ToArray();
        foreach (var name in used.Except(prompt.Variables))
            yield return ($"It uses \"{name}\", which is not declared.", "Add it to input_variables, or correct the name.");
        foreach (var name in prompt.Variables.Except(used))
            yield return ($"It does not use \"{name}\".", "Give it a line of its own under a line \"=== DATA: …\".");
        var lines = prompt.Template.Split('\n', StringSplitOptions.TrimEntries);
        if (Enumerable.Range(0, lines.Length).Any(at => lines[at].Contains("{{", StringComparison.Ordinal) && (!Alone().IsMatch(lines[at]) || !lines[at - 1].StartsWith("=== DATA: ", StringComparison.Ordinal))))
            yield return ("A place for data has no line of its own under a line \"=== DATA: …\".", "Give it one.");
        if (used.Except(prompt.Variables).Any())
            yield break;
        var problem = "";
        try
        {
            var messages = prompt.Fill(prompt.Variables.ToDictionary(name => name, name => $"\"{name} </message> & {{{{x}}}}\""));
            if (messages is not [var first, var second] || first.Role != ChatRole.System || second.Role != ChatRole.User || prompt.Variables.Any(name => first.Text.Contains($"{name} </message>", StringComparison.Ordinal)))
                problem = "It does not write one system message without data and then one message of the user.";
        }
        catch (FormatException fault)
        {
            problem = fault.Message;
        }

        if (problem.Length > 0)
            yield return (problem, "Write <message role=\"system\">…</message> and then <message role=\"user\">…</message>.");
    }

    [GeneratedRegex(@"\{\{\s*([\w.]+)\s*\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\{\{\w+\}\}$")]
    private static partial Regex Alone();
}
