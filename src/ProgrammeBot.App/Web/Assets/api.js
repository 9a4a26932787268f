// Talks to the bot. What goes wrong comes out as Trouble, in words for people.
import { w } from './words.js';

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
    if (limit.aborted) throw new Trouble(w('took-too-long'));
    throw new Trouble(w(navigator.onLine ? 'not-reached' : 'offline'));
  }
  if (response.ok) return response;
  throw new Trouble(await wordsFor(response));
}

async function wordsFor(response) {
  if (response.status === 429) return w('too-many', Math.max(2, Number(response.headers.get('Retry-After')) || 10));
  if (response.status >= 500 && response.status !== 503) return w('went-wrong');
  try {
    return (await response.json()).detail || w('not-sent');
  } catch {
    return w('not-sent');
  }
}
