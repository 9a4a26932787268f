// Microsoft's own (retired) SDK as a judge of tokens: one JSON object on standard input, verdicts as JSON on standard output.
// In: {metadata, now (Unix seconds), appId, cases: [{name, authorization, activity}]}. Out: [{name, isAccepted, reason}].
import { createRequire } from "node:module";

const { ChannelValidation, JwtTokenValidation, SimpleCredentialProvider } = createRequire(import.meta.url)("botframework-connector");

const chunks = [];
for await (const chunk of process.stdin) {
  chunks.push(chunk);
}
const { metadata, now, appId, cases } = JSON.parse(Buffer.concat(chunks).toString("utf8"));

// The clock of the test; and the SDK's complaints are its verdicts, which are given below.
Date.now = () => now * 1000;
console.error = () => {};
ChannelValidation.OpenIdMetadataEndpoint = metadata;

const verdicts = [];
for (const { name, authorization, activity } of cases) {
  try {
    const identity = await JwtTokenValidation.authenticateRequest(activity, authorization, new SimpleCredentialProvider(appId, "secret"), "");
    verdicts.push({ name, isAccepted: identity.isAuthenticated === true, reason: "" });
  } catch (error) {
    verdicts.push({ name, isAccepted: false, reason: String(error.message) });
  }
}
process.stdout.write(JSON.stringify(verdicts));
