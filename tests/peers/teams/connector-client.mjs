// Calls a Bot Connector as Microsoft's own client library does; writes a line a step: "<step> <status> <the error's code, or 'id' where one came>".
// Arguments: service URL, bearer token, tenant, group chat, channel, a member's id, the id of somebody without the app.
import { createRequire } from "node:module";

const { ConnectorClient } = createRequire(import.meta.url)("botframework-connector");
const [baseUri, token, tenant, group, channel, member, outsider] = process.argv.slice(2);
const credentials = {
  async signRequest(request) {
    request.headers.set("Authorization", `Bearer ${token}`);
    return request;
  },
};
const { conversations } = new ConnectorClient(credentials, { baseUri, noRetryPolicy: true });
const says = (text) => ({ type: "message", text, textFormat: "markdown" });

async function step(name, call) {
  try {
    const answer = await call();
    console.log(`${name} ${answer._response.status} ${answer.id ? "id" : "-"}`);
    return answer;
  } catch (error) {
    const body = error.response?.bodyAsText ? JSON.parse(error.response.bodyAsText) : undefined;
    console.log(`${name} ${error.statusCode} ${body?.error?.code ?? error.message}`);
    return {};
  }
}

const sent = await step("send", () => conversations.sendToConversation(group, says("sent")));
await step("reply", () => conversations.replyToActivity(group, sent.id, { ...says("replied"), replyToId: sent.id }));
await step("typing", () => conversations.sendToConversation(group, { type: "typing" }));
await step("update", () => conversations.updateActivity(group, sent.id, says("changed")));
const passing = await step("send-2", () => conversations.sendToConversation(group, says("passing")));
await step("delete", () => conversations.deleteActivity(group, passing.id));
await step("update-deleted", () => conversations.updateActivity(group, passing.id, says("too late")));
await step("unknown-conversation", () => conversations.sendToConversation("19:nowhere@thread.v2", says("?")));
await step("without-type", () => conversations.sendToConversation(group, { text: "?" }));
await step("too-large", () => conversations.sendToConversation(group, says("x".repeat(60_000))));

const personal = await step("create-personal", () => conversations.createConversation({ isGroup: false, bot: {}, members: [{ id: member }], tenantId: tenant, channelData: { tenant: { id: tenant } } }));
await step("send-personal", () => conversations.sendToConversation(personal.id, says("in private")));
await step("create-without-app", () => conversations.createConversation({ isGroup: false, bot: {}, members: [{ id: outsider }], tenantId: tenant, channelData: { tenant: { id: tenant } } }));
const thread = await step("create-thread", () => conversations.createConversation({ isGroup: true, bot: {}, channelData: { channel: { id: channel } }, activity: says("thread") }));
await step("send-in-thread", () => conversations.sendToConversation(thread.id, says("in thread")));
await step("create-thread-nowhere", () => conversations.createConversation({ isGroup: true, bot: {}, channelData: { channel: { id: "19:nowhere@thread.tacv2" } }, activity: says("thread") }));

const members = await step("members", () => conversations.getConversationMembers(group));
console.log(`members-count ${members.length}`);
const page = await step("page", () => conversations.getConversationPagedMembers(group, { pageSize: 1 }));
const rest = await step("page-2", () => conversations.getConversationPagedMembers(group, { pageSize: 5, continuationToken: page.continuationToken }));
console.log(`paged-count ${page.members.length + rest.members.length}`);
const one = await step("member", () => conversations.getConversationMember(group, member));
console.log(`member-name ${one.name}`);
await step("no-member", () => conversations.getConversationMember(group, "29:nobody"));
