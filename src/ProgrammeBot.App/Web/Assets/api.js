// Talks to the bot. What goes wrong comes out as Trouble, in words for people.

export class Trouble extends Error {}

const patience = 30_000;

export async function ask(question, programme, conversation, signal) {
  const reply = await send('/api/ask', { question, programme: programme || undefined, conversation }, signal);
  return reply.json();
}

export async function vote(body) {
  await send('/api/feedback', body);
}

/** An answer that somebody would give, for the moderators. */
export async function suggest(question, answer, programme) {
  await send('/api/suggest', { question, answer, programme: programme || undefined });
}

/** What was said in a conversation is remembered no more. */
export async function forget(conversation) {
  await send('/api/forget', { conversation });
}

export async function passage(citation) {
  const query = new URLSearchParams({ v: citation.version, s: citation.spans.map(([start, end]) => `${start}-${end}`).join(',') });
  const reply = await call(`/api/passages/${encodeURIComponent(citation.document)}?${query}`, {});
  return reply.json();
}

/** The read-only page of a citation, on this host. */
export function pageOf(citation) {
  const spans = citation.spans.map(([start, end]) => `${start}-${end}`).join(',');
  return `/sources/${encodeURIComponent(citation.document)}?v=${encodeURIComponent(citation.version)}&s=${spans}#mark`;
}

function send(address, body, signal) {
  return call(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal });
}

async function call(address, options) {
  const limit = AbortSignal.timeout(patience);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  let response;
  try {
    response = await fetch(address, { ...options, signal, credentials: 'omit' });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    if (limit.aborted) throw new Trouble('That took too long. Please try again.');
    throw new Trouble(navigator.onLine ? 'The bot cannot be reached just now. Please try again in a moment.' : 'You are offline. Try again when you are connected.');
  }
  if (response.ok) return response;
  throw new Trouble(await wordsFor(response));
}

async function wordsFor(response) {
  if (response.status === 429) {
    const wait = Number(response.headers.get('Retry-After')) || 10;
    return `That were many questions in a short time. Please wait ${wait === 1 ? 'a second' : `${wait} seconds`} and try again.`;
  }
  if (response.status >= 500 && response.status !== 503) return 'Something went wrong on our side. Your question is still here; please try again.';
  try {
    return (await response.json()).detail || 'That could not be sent.';
  } catch {
    return 'That could not be sent.';
  }
}
