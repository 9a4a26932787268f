"""A bot on discord.py, as a judge of the fake: a second opinion beside discord.js.

Prints a JSON line for each thing that it finds done. Settings come by environment: DISCORD_API, DISCORD_GATEWAY, DISCORD_TOKEN.
"""

import json
import os

import discord
from discord import app_commands, gateway, http
from yarl import URL

http.Route.BASE = os.environ["DISCORD_API"] + "/v10"
gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(os.environ["DISCORD_GATEWAY"])


def say(what, **more):
    print(json.dumps({"what": what, **more}), flush=True)


class Why(discord.ui.Modal, title="Tell us"):
    reason = discord.ui.TextInput(label="Reason")

    async def on_submit(self, interaction):
        await interaction.response.send_message(f"Thanks: {self.reason.value}", ephemeral=True)
        say("interaction", type=5)


class Buttons(discord.ui.View):
    @discord.ui.button(label="Why?", custom_id="why")
    async def why(self, interaction, button):
        await interaction.response.send_modal(Why())

    @discord.ui.button(label="Better", custom_id="better")
    async def better(self, interaction, button):
        await interaction.response.edit_message(content="A better answer", view=None)


class Bot(discord.Client):
    def __init__(self):
        intents = discord.Intents.none()
        intents.guilds = True
        intents.guild_messages = True
        intents.dm_messages = True
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none())
        self.tree = app_commands.CommandTree(self)

    async def on_ready(self):
        commands = await self.tree.sync()
        say("ready", user=str(self.user.id), guilds=[guild.name for guild in self.guilds], commands=[command.name for command in commands])

    async def on_resumed(self):
        say("resumed")

    async def on_message(self, message):
        if message.author.bot:
            return
        say("message", content=message.content, author=message.author.name)
        if message.content:
            answer = await message.reply("First")
            await answer.edit(content="Second")
            if "gone" in message.content:
                await answer.delete()


bot = Bot()


@bot.tree.command(name="ask", description="Ask")
async def ask(interaction, question: str):
    await interaction.response.defer(ephemeral=True)
    await interaction.edit_original_response(content=f"Answer to {question}", view=Buttons())
    await interaction.followup.send("And one thing more", ephemeral=True)
    say("interaction", type=2)


@ask.autocomplete("question")
async def suggest(interaction, current):
    return [app_commands.Choice(name=f"{current} credits?", value="credits")]


@bot.tree.context_menu(name="Answer this")
async def answer_this(interaction, message: discord.Message):
    await interaction.response.send_message(f"You mean: {message.content}", ephemeral=True)


bot.run(os.environ["DISCORD_TOKEN"], log_handler=None)
