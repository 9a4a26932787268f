// Reads activities, one JSON a line, from a file, as Microsoft's own types say they are; writes what these object to, a line each:
// "<number of the activity>: <field>: <message>".
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const schema = createRequire(import.meta.url)("botframework-schema");
const kinds = new Set(Object.values(schema.ActivityTypes));

// The types ask for them; Teams sends none of them, a text only with what somebody typed, of a conversation a name or isGroup only where there is one, and of members only ids.
const neverSent = new Set(["localTimezone", "callerId", "label", "valueType", "text", "conversation.name", "conversation.isGroup", "membersAdded.#.name", "membersRemoved.#.name"]);

readFileSync(process.argv[2], "utf8").trim().split("\n").forEach((line, number) => {
  const activity = JSON.parse(line);
  activity.timestamp = new Date(activity.timestamp); // as the library's adapter does
  if (Number.isNaN(activity.timestamp.getTime())) {
    console.log(`${number}: timestamp: is none`);
  }

  if (!kinds.has(activity.type)) {
    console.log(`${number}: type: ${activity.type} is none`);
  }

  try {
    schema.assertActivity(activity);
  } catch (error) {
    for (const issue of error.issues) {
      if (!(issue.message === "Required" && neverSent.has(issue.path.map((part) => (typeof part === "number" ? "#" : part)).join(".")))) {
        console.log(`${number}: ${issue.path.join(".")}: ${issue.message}`);
      }
    }
  }
});
