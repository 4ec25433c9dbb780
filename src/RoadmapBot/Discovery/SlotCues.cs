namespace RoadmapBot.Discovery;

/// <summary>
/// <c>prompts/guides/slots.yaml</c>: the words by which an answer is seen to hold a slot.
/// <code>
/// words:  { month: [january, …], … }      # lists that cues name in braces
/// ignore: [one of us, …]                  # looks like a slot and is none
/// slots:  { amount: […], date and example: […], … }   # cues of every slot
/// nothing: [nothing comes to mind, …]     # an answer of these and fillers alone has nothing to tell
/// filler: [sorry, …]
/// </code>
/// A cue is a row of words as in <c>by|until the? end of {month}</c>: <c>|</c> separates alternatives, <c>?</c> marks what may be absent, braces name
/// a word list or a <see cref="BuiltIn"/> class. A cue word with a capital letter is met only by exactly that writing.
/// </summary>
internal sealed class SlotCues
{
    public const string FileName = "slots.yaml";

    private static readonly string SlotList = string.Join(", ", Enum.GetNames<Slot>()).ToLowerInvariant();

    private SlotCues(ILookup<Slot, Cue> slots, IReadOnlyList<Cue> ignored, IReadOnlyList<Cue> nothing, IReadOnlyList<Cue> fillers)
    {
        Slots = slots;
        Ignored = ignored;
        Nothing = nothing;
        Fillers = fillers;
    }

    public ILookup<Slot, Cue> Slots { get; }

    public IReadOnlyList<Cue> Ignored { get; }

    public IReadOnlyList<Cue> Nothing { get; }

    public IReadOnlyList<Cue> Fillers { get; }

    /// <exception cref="YamlFaultsException">Something is wrong in the file; lists every fault.</exception>
    public static SlotCues Load(string folder)
    {
        var faults = new List<YamlFault>();
        var cues = YamlFiles.Load(folder, FileName, faults) is { } map ? Read(map) : null;
        return cues is not null && faults.Count == 0 ? cues : throw new YamlFaultsException(faults);
    }

    private static SlotCues Read(YamlMap map)
    {
        var lists = new Dictionary<string, IReadOnlySet<string>>();
        if (map.Map("words")?.At("words") is { } words)
        {
            foreach (var name in words.Keys)
                lists[name] = WordsOf(words, name);
        }

        var slots = new List<(Slot Slot, Cue Cue)>();
        var slotMap = map.Map("slots")?.At("slots");
        foreach (var key in slotMap?.Keys ?? [])
        {
            var cues = CuesOf(slotMap!, key, lists);
            foreach (var name in key.Split(" and "))
            {
                if (Enum.TryParse<Slot>(name, ignoreCase: true, out var slot))
                    slots.AddRange(cues.Select(cue => (slot, cue)));
                else
                    slotMap!.Fault(key, $"\"{name}\" is no slot.", $"Use {SlotList}, or two joined by \"and\".");
            }
        }

        foreach (var slot in Enum.GetValues<Slot>().Except(slots.Select(row => row.Slot)))
            map.Fault($"No cue is for {slot.ToString().ToLowerInvariant()}.", "Add some under \"slots\".");

        var read = new SlotCues(slots.ToLookup(row => row.Slot, row => row.Cue),
            CuesOf(map, "ignore", lists), CuesOf(map, "nothing", lists), CuesOf(map, "filler", lists));
        map.Close();
        return read;
    }

    private static HashSet<string> WordsOf(YamlMap map, string name)
    {
        var found = map.Texts(name).Select(text => (text, words: Words.Of(text))).ToArray();
        foreach (var (text, _) in found.Where(entry => entry.words.Count != 1))
            map.Fault(name, $"The list \"{name}\" holds \"{text}\", which is not one word.", "Write it as cues where it is needed.");
        return found.Where(entry => entry.words.Count == 1).Select(entry => entry.words[0].Text).ToHashSet();
    }

    private static List<Cue> CuesOf(YamlMap map, string key, IReadOnlyDictionary<string, IReadOnlySet<string>> lists)
    {
        var texts = map.Texts(key);
        if (texts.Count == 0)
            map.Fault($"\"{key}\" has no cues.", $"Add \"{key}: [word, …]\".");

        var cues = new List<Cue>();
        foreach (var text in texts)
        {
            if (Cue.Parse(text, lists, out var mend) is { } cue)
                cues.Add(cue);
            else
                map.Fault(key, $"The cue \"{text}\" cannot be read.", mend, item: text);
        }

        return cues;
    }
}
