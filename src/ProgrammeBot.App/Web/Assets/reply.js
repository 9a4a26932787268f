// Shows a reply: its words with numbered citations, the passages, choices, how sure it is.
import { pageOf } from './api.js';
import { el, prose } from './dom.js';
import * as panel from './passage.js';
import { w } from './words.js';

const sure = {
  high: ['sure', 'sure-means'],
  medium: ['fairly-sure', 'fairly-sure-means'],
  low: ['partly', 'partly-means'],
};

const standings = ['official', 'digest', 'secondary', 'opinion'];

/** The reply as nodes. `choose` is called with the label of a pressed choice. */
export function show(reply, choose) {
  const answered = reply.kind === 'answer';
  return [
    el('div', { class: 'words' }, ...prose(reply.text, (words) => numbered(words, reply.citations), (line) => reply.citations.some((c) => c.quote.split('\n', 1)[0].trim() === line))),
    answered ? el('p', { class: 'sure' }, el('strong', {}, w(sure[reply.confidence][0])), `: ${w(sure[reply.confidence][1])}`) : null,
    reply.missing.length ? el('p', { class: 'aside' }, `${w('found-nowhere')} `, ...listed(reply.missing)) : null,
    reply.contact && !reply.text.includes(reply.contact) ? el('p', { class: 'aside' }, `${w('whom-to-ask')} `, el('strong', {}, reply.contact)) : null,
    reply.choices.length ? choices(reply.choices, choose) : null,
    reply.citations.length ? passages(w('where-it-says-so'), reply.citations, true) : null,
    reply.nearest.length ? passages(w('nearest-passages'), reply.nearest, false) : null,
  ].filter(Boolean);
}

/** The reply as plain words, for the clipboard. */
export function asText(question, reply) {
  const sources = reply.citations.map((citation, i) => `[${i + 1}] ${citation.title}, ${citation.section}${about(citation)}:\n“${citation.quote}”\n${address(citation)}`);
  return [question, '', reply.text, ...(sources.length ? ['', ...sources] : [])].join('\n');
}

const address = (citation) => citation.url || new URL(pageOf(citation), location.href).href;
const facts = (citation) => [standings.includes(citation.standing) && w(citation.standing), citation.cohort, citation.as_of && w('as-of', citation.as_of), citation.page && w('page', citation.page)].filter(Boolean);
const about = (citation) => ` (${facts(citation).join(', ')})`;

function listed(items) {
  return items.flatMap((item, i) => [i ? ', ' : '', el('bdi', {}, `“${item}”`)]);
}

// [1] becomes a button where there is a first citation; any other brackets are the document's own.
function numbered(words, citations) {
  return words.split(/(\[\d{1,2}\])/).filter((part) => part !== '').map((part) => {
    const citation = /^\[\d+\]$/.test(part) ? citations[Number(part.slice(1, -1)) - 1] : null;
    return citation ? opener(citation, part.slice(1, -1), { class: 'cite', 'aria-label': w('source', part.slice(1, -1), citation.section) }) : part;
  });
}

function opener(citation, words, attributes) {
  return el('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'passage', ...attributes, onclick: (event) => panel.open(citation, event.currentTarget) }, words);
}

function choices(labels, choose) {
  const press = (event) => choose(event.currentTarget.textContent);
  return el('ul', { class: 'choices', 'aria-label': w('choose-one') }, ...labels.map((label) => el('li', {}, el('button', { type: 'button', class: 'choice', dir: 'auto', onclick: press }, label))));
}

function passages(heading, citations, numbers) {
  return el('section', { class: 'passages', 'aria-label': heading }, el('h3', {}, heading), el('ol', {}, ...citations.map((citation, i) => el('li', {}, source(citation, numbers ? String(i + 1) : null)))));
}

function source(citation, number) {
  return el('details', {},
    el('summary', {},
      el('span', { class: number ? 'number chip' : 'number', 'aria-hidden': number ? null : 'true' }, number ?? '·'),
      el('span', { class: 'where', dir: 'auto' }, citation.section),
      el('span', { class: 'from', dir: 'auto' }, [citation.section === citation.title ? null : citation.title, ...facts(citation)].filter(Boolean).join(' · '))),
    el('div', { class: 'inside' },
      el('blockquote', {}, ...prose(citation.quote)),
      el('div', { class: 'tools' },
        opener(citation, w('show-in-context'), { class: 'plain' }),
        el('a', { href: pageOf(citation), target: '_blank', rel: 'noopener' }, w('open-document'), el('span', { class: 'unseen' }, ` ${w('in-new-tab')}`)))));
}
