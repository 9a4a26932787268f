// The conversation: asks, shows what comes back, keeps what was asked in this page and nowhere else.
import { ask, forget, Trouble } from './api.js';
import { el } from './dom.js';
import { thumbs } from './opinion.js';
import * as panel from './passage.js';
import * as replies from './reply.js';
import { suggestion } from './suggest.js';
import { w } from './words.js';

const maxLength = 4000;
const byId = (id) => document.getElementById(id);
const [form, box, send, count, programme] = ['ask', 'question', 'send', 'count', 'programme'].map(byId);
const [log, welcome, asked, askedList, anew, status] = ['log', 'welcome', 'asked', 'asked-list', 'anew', 'status'].map(byId);

let conversation = name();
let waiting = null;
let turns = 0;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (put(box.value)) {
    box.value = '';
    measure();
  }
});
box.addEventListener('input', measure);
box.addEventListener('keydown', (event) => {
  // Enter also ends the spelling of a Chinese or Japanese word: that is not yet a question.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.isComposing || document.querySelector('dialog:modal')) return;
  if (asked.open) { asked.open = false; asked.querySelector('summary').focus(); }
  else if (panel.isOpen()) panel.close();
  else if (waiting) waiting.abort();
  else if (event.target === box) { box.value = ''; measure(); }
});
document.addEventListener('click', (event) => { if (asked.open && !asked.contains(event.target)) asked.open = false; });
for (const starter of document.querySelectorAll('.starter')) starter.addEventListener('click', () => put(starter.textContent, true));
anew.addEventListener('click', begin);
measure();
invite();

// 128 random bits: nobody else's words can come into this conversation.
function name() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Where there is a keyboard already; elsewhere one would cover the page unasked.
function invite() {
  if (matchMedia('(pointer: fine)').matches) box.focus();
}

function begin() {
  waiting?.abort();
  panel.close();
  if (turns > 0) forget(conversation).catch(() => {}); // forgotten by itself after half an hour
  conversation = name();
  turns = 0;
  log.replaceChildren();
  askedList.replaceChildren();
  asked.open = false;
  asked.hidden = anew.hidden = true;
  welcome.hidden = false;
  say(w('begun-anew'));
  invite();
}

function measure() {
  if (!CSS.supports('field-sizing', 'content')) {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  }
  const left = maxLength - box.value.length;
  count.textContent = left > 500 ? '' : left >= 0 ? w('characters-left', left) : w('characters-over', -left);
  count.classList.toggle('over', left < 0);
  send.disabled = waiting !== null || left < 0 || box.value.trim() === '';
}

/** Asks, unless one question is still under way. With `follow` the keyboard goes where the answer will stand. */
function put(words, follow = false) {
  const question = words.trim();
  if (waiting || question === '' || question.length > maxLength) return false;
  const turn = newTurn(question);
  if (follow) turn.querySelector('h2').focus({ preventScroll: true });
  answer(turn, question);
  return true;
}

function newTurn(question) {
  turns += 1;
  const chosen = programme.value ? programme.selectedOptions[0].textContent : null;
  const turn = el('li', { class: 'turn', id: `turn-${turns}` },
    el('h2', { tabindex: '-1', dir: 'auto' }, question),
    chosen ? el('p', { class: 'about-programme' }, w('about-programme', chosen)) : null,
    el('div', { class: 'reply' }));
  turn.dataset.programme = programme.value;
  for (const old of log.querySelectorAll('.choice')) old.disabled = true;
  log.append(turn);
  const heading = turn.querySelector('h2');
  askedList.append(el('li', {}, el('a', { href: `#${turn.id}`, dir: 'auto', onclick: () => { asked.open = false; heading.focus(); } }, question)));
  welcome.hidden = true;
  asked.hidden = anew.hidden = false;
  return turn;
}

async function answer(turn, question) {
  const place = turn.querySelector('.reply');
  const mine = new AbortController();
  waiting = mine;
  measure();
  place.replaceChildren(el('p', { class: 'waiting' }, w('looking-it-up')));
  turn.scrollIntoView({ block: 'start' });
  try {
    const reply = await ask(question, turn.dataset.programme, conversation, mine.signal);
    place.replaceChildren(...replies.show(reply, (label) => put(label, true)), ...tools(question, reply, turn.dataset.programme));
  } catch (error) {
    if (mine.signal.aborted) place.replaceChildren(el('p', { class: 'aside' }, w('stopped')), again(turn, question));
    else if (error instanceof Trouble) place.replaceChildren(el('div', { class: 'trouble', role: 'alert' }, el('p', {}, error.message), again(turn, question)));
    else throw error;
  } finally {
    if (waiting === mine) waiting = null;
    measure();
  }
}

function again(turn, question) {
  return el('button', { type: 'button', class: 'plain', onclick: () => {
    if (waiting) return;
    turn.querySelector('h2').focus({ preventScroll: true });
    answer(turn, question);
  } }, w('try-again'));
}

function tools(question, reply, about) {
  if (reply.kind === 'smalltalk' || reply.kind === 'clarify') return [];
  const { group, below } = thumbs(reply.id, say);
  const offered = isForHelp(reply) ? null : suggestion(question, about, say);
  const copy = navigator.clipboard
    ? el('button', { type: 'button', class: 'plain', onclick: async () => {
      try {
        await navigator.clipboard.writeText(replies.asText(question, reply));
        copy.textContent = w('copied');
        say(w('copied-with-sources'));
      } catch {
        copy.textContent = w('copying-not-allowed');
      }
    } }, w('copy'))
    : null;
  return [el('div', { class: 'tools' }, group, el('span', { class: 'spread' }), offered?.button, copy), below, offered?.place].filter(Boolean);
}

// Who is in distress is sent to people: such a reply names no passage, no word and no contact, and wants no better answer.
function isForHelp({ kind, nearest, missing, contact, faq }) {
  return kind === 'abstain' && !nearest.length && !missing.length && !contact && !faq;
}

function say(words) {
  status.textContent = words;
}
