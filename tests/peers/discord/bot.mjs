// A bot on discord.js, as a judge of the fake: it does what bots do, and prints a JSON line for each thing that it finds done.
// Settings come by environment: DISCORD_API (without the version), DISCORD_TOKEN.
import { Client, Events, GatewayIntentBits, Partials } from "discord.js";

const say = (what, more = {}) => console.log(JSON.stringify({ what, ...more }));
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  allowedMentions: { parse: [], repliedUser: false },
  rest: { api: process.env.DISCORD_API, version: "10" },
});

const text = (content) => ({ content, allowedMentions: { parse: [] } });
const row = (...buttons) => ({ type: 1, components: buttons });
const button = (label, customId) => ({ type: 2, style: 2, label, custom_id: customId });

client.once(Events.ClientReady, async () => {
  const commands = await client.application.commands.set([
    {
      name: "ask",
      description: "Ask",
      nameLocalizations: { de: "frag" },
      options: [{ type: 3, name: "question", description: "What", required: true, autocomplete: true, maxLength: 500 }],
    },
    { name: "Answer this", type: 3 },
  ]);
  say("ready", { user: client.user.id, guilds: client.guilds.cache.map((guild) => guild.name), commands: commands.map((command) => command.name) });
});
client.on(Events.ShardResume, (_, replayed) => say("resumed", { replayed }));
client.on(Events.ShardReady, () => say("shard-ready"));
client.on(Events.Error, (error) => say("error", { message: error.message }));

client.on(Events.InteractionCreate, async (interaction) => {
  try {
    if (interaction.isAutocomplete()) {
      await interaction.respond([{ name: `${interaction.options.getFocused()} credits?`, value: "credits" }]);
    } else if (interaction.isMessageContextMenuCommand()) {
      await interaction.reply({ ...text(`You mean: ${interaction.targetMessage.content}`), ephemeral: true });
    } else if (interaction.isChatInputCommand()) {
      await interaction.deferReply({ ephemeral: true });
      await interaction.editReply({
        ...text(`Answer to ${interaction.options.getString("question")}`),
        components: [row(button("Why?", "why"), button("Better", "better"))],
      });
      await interaction.followUp({ ...text("And one thing more"), ephemeral: true });
    } else if (interaction.isButton() && interaction.customId === "better") {
      await interaction.update({ ...text("A better answer"), components: [] });
    } else if (interaction.isButton()) {
      await interaction.showModal({
        customId: "form",
        title: "Tell us",
        components: [{ type: 18, label: "Reason", component: { type: 4, custom_id: "reason", style: 2, required: true } }],
      });
    } else if (interaction.isModalSubmit()) {
      await interaction.reply({ ...text(`Thanks: ${interaction.fields.getTextInputValue("reason")}`), ephemeral: true });
    }
    say("interaction", { type: interaction.type });
  } catch (error) {
    say("error", { message: String(error) });
  }
});

client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot) {
    return;
  }
  say("message", { content: message.content, author: message.author.username, guild: message.guildId });
  try {
    if (message.content.includes("thread")) {
      const thread = await message.startThread({ name: "A thread", autoArchiveDuration: 1440 });
      await thread.send(text("In the thread"));
    } else if (message.content.length > 0) {
      await message.channel.sendTyping();
      const answer = await message.reply({ ...text("First"), nonce: message.id, enforceNonce: true });
      await answer.edit(text("Second"));
      if (message.content.includes("gone")) {
        await answer.delete();
      }
    }
  } catch (error) {
    say("error", { message: String(error) });
  }
});

await client.login(process.env.DISCORD_TOKEN);
