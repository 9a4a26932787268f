namespace ProgrammeBot.Tests.Channels.Teams.Playground;

/// <summary>Who and what there is in the Playground: ids of the forms that Teams gives.</summary>
internal static class PlaygroundIds
{
    public const string Tenant = "0a1b2c3d-0000-4000-8000-00000000000b";
    public const string Bot = "28:0a1b2c3d-0000-4000-8000-00000000000a";
    public const string BotName = "Test Bot";
    public const string Ada = "29:ada";
    public const string AdaName = "Ada Northfield";
    public const string AdaObject = "0a1b2c3d-0000-4000-8000-000000000001";
    public const string Group = "19:group@thread.v2";
    public const string Team = "19:team@thread.tacv2";
    public const string Channel = "19:help@thread.tacv2";

    // As the list of chats names them.
    public const string PersonalChat = "Personal Chat";
    public const string GroupChat = "Study Group";
    public const string ChannelChat = "Robotics Cohort - Help";
    public const string GeneralChat = "Robotics Cohort - General";

    /// <summary>The Playground's settings file. It wants five people beside the one who sits there, and one channel beside General.</summary>
    public static string Settings { get; } = $"""
        version: "0.1.1"
        tenantId: {Tenant}
        bot:
          id: "{Bot}"
          name: {BotName}
        currentUser:
        {Person("Ada", 1, "  ", "  ")}
        users:
        {string.Join('\n', new[] { "Bob", "Cleo", "Dan", "Eva", "Finn" }.Select((name, n) => Person(name, n + 2, "  - ", "    ")))}
        personalChat:
          id: "a:personal"
        groupChat:
          id: "{Group}"
          name: {GroupChat}
        team:
          id: "{Team}"
          name: Robotics Cohort
          aadGroupId: 0a1b2c3d-0000-4000-8000-00000000000d
          channels:
            - id: "{Channel}"
              name: Help

        """;

    private static string Person(string name, int number, string first, string further) =>
        string.Join('\n',
            $"{first}id: \"29:{name.ToLowerInvariant()}\"",
            $"{further}name: {name} Northfield",
            $"{further}userPrincipleName: {name.ToLowerInvariant()}@northfield.example",
            $"{further}aadObjectId: 0a1b2c3d-0000-4000-8000-00000000000{number}",
            $"{further}givenName: {name}",
            $"{further}surname: Northfield",
            $"{further}email: {name.ToLowerInvariant()}@northfield.example");
}
