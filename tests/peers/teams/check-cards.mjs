// Reads Adaptive Cards, one JSON a line, from standard input, as Microsoft's own library does; writes what it objects to, a line each:
// "<number of the card>: <message>". Parsing needs no page.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const cards = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js"); // the one file of it that node reads

let number = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const context = new cards.SerializationContext(cards.Versions.v1_5);
  const card = new cards.AdaptiveCard();
  const source = JSON.parse(line);
  cards.AdaptiveCard.langProperty.regEx.lastIndex = 0; // the library's pattern is global, and forgets every other language
  card.parse(source, context);
  for (let i = 0; i < context.eventCount; i++) {
    console.log(`${number}: ${context.getEventAt(i).message}`);
  }

  for (const failure of card.validateProperties().validationEvents ?? []) {
    console.log(`${number}: ${failure.message}`);
  }

  if (card.getItemCount() !== (source.body ?? []).length || card.getActionCount() !== (source.actions ?? []).length) {
    console.log(`${number}: an element or a button was passed over`);
  }

  number++;
}

console.error(`${number} cards read`);
