namespace ProgrammeBot.Intents;

/// <summary>Hands out the FAQ in use; a newer one replaces it by one assignment.</summary>
public interface IFaqBooks
{
    FaqBook Current { get; }
}
