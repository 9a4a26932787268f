using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>Files that were attached, at addresses like those of Discord's own store.</summary>
internal sealed class FakeFiles(FakeDiscord discord)
{
    private readonly Dictionary<string, FakeFile> files = [];

    /// <summary>Keeps a file and gives the attachment that stands for it.</summary>
    public JsonObject Add(FakeFile file)
    {
        lock (discord.Gate)
        {
            var id = discord.Ids.Next();
            files[id] = file;
            var url = file.Address ?? $"{discord.ApiUrl.GetLeftPart(UriPartial.Authority)}/files/{id}/{Uri.EscapeDataString(file.Name)}?ex=7fffffff&is=0&hm=0";
            return new JsonObject
            {
                ["id"] = id,
                ["filename"] = file.Name,
                ["size"] = file.Content.Length,
                ["url"] = url,
                ["proxy_url"] = url,
                ["content_type"] = file.ContentType,
            };
        }
    }

    public async Task ServeAsync(HttpContext context)
    {
        var id = context.Request.Path.Value!.Split('/')[2];
        FakeFile? file;
        lock (discord.Gate)
        {
            files.TryGetValue(id, out file);
        }

        if (context.Request.Headers.Authorization.Count > 0)
        {
            discord.Violations.Add(Breach.House, "token-on-file", "The bot's token was sent to the file store.");
        }

        if (file is null)
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.ContentType = file.ContentType;
        await context.Response.Body.WriteAsync(file.Content);
    }
}
