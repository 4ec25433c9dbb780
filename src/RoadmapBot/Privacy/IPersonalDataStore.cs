using RoadmapBot.Conversation;

namespace RoadmapBot.Privacy;

/// <summary>What is kept about a person, across everything that is stored.</summary>
internal interface IPersonalDataStore
{
    Task<Kept> Find(Person person, CancellationToken cancel);

    /// <summary>
    /// Erases the person within this unit of work. An engagement without anybody else goes whole; in the others the person's words and name go,
    /// and what they led to stays where somebody else said it too.
    /// </summary>
    Task Erase(Person person, CancellationToken cancel);
}
