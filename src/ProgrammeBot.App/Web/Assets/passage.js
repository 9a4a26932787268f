// The panel that shows a citation in its context.
import { passage, Trouble } from './api.js';
import { el, table } from './dom.js';
import { w } from './words.js';

const panel = document.getElementById('passage');
const title = document.getElementById('passage-title');
const body = document.getElementById('passage-body');
const wide = matchMedia('(min-width: 64rem)');
let opener = null;

document.getElementById('passage-close').addEventListener('click', close);
panel.addEventListener('close', () => {
  opener?.setAttribute('aria-expanded', 'false');
  opener = null;
});
panel.addEventListener('click', (event) => { if (event.target === panel && panel.matches(':modal')) close(); });
// A panel beside the conversation would hang over it when the window gets narrow.
wide.addEventListener('change', () => { if (panel.open) close(); });

export const isOpen = () => panel.open;

export function close() {
  if (panel.open) panel.close();
}

export async function open(citation, button) {
  close();
  opener = button;
  button.setAttribute('aria-expanded', 'true');
  title.textContent = citation.title;
  body.replaceChildren(el('p', { class: 'waiting' }, w('opening-passage')));
  if (wide.matches) panel.show(); else panel.showModal();
  title.focus({ preventScroll: true });
  try {
    const found = await passage(citation);
    if (opener === button) show(found);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (opener === button) body.replaceChildren(el('div', { class: 'trouble', role: 'alert' }, el('p', {}, error.message),
      el('button', { type: 'button', class: 'plain', onclick: () => open(citation, button) }, w('try-again'))));
  }
}

const editions = {
  'as-cited': 'text-as-cited',
  'current-instead': 'current-text-instead',
};

function show(found) {
  const facts = [found.publisher, found.cohort, found.as_of && w('as-of', found.as_of), found.page && w('page', found.page), w('version', found.version.slice(7, 19))];
  body.replaceChildren(
    ...(editions[found.edition] ? [el('p', { class: 'notice' }, w(editions[found.edition]))] : []),
    ...(found.heading_path.length ? [el('p', { class: 'path', dir: 'auto' }, found.heading_path.join(' › '))] : []),
    el('p', { class: `standing ${found.standing.toLowerCase()}` }, found.standing_words),
    el('p', { class: 'facts' }, facts.filter(Boolean).join(' · ')),
    el('div', { class: 'context' }, ...found.pieces.map(piece)),
    el('p', {}, el('a', { href: found.page_url, target: '_blank', rel: 'noopener' }, w('open-whole'), el('span', { class: 'unseen' }, ` ${w('in-new-tab')}`))));
  const mark = body.querySelector('mark');
  if (!mark) return;
  // Whose words these are stands above them and stays in sight, unless the quote would not be.
  const [quote, frame] = [mark.getBoundingClientRect(), panel.getBoundingClientRect()];
  if (quote.bottom > frame.bottom) panel.scrollTop += quote.top - frame.top - panel.clientHeight / 3;
}

const words = (runs) => runs.map((run) => (run.marked ? el('mark', {}, run.text) : run.text));

function piece({ kind, lines, header_lines: headers }) {
  switch (kind) {
    case 'list': return el('ul', {}, ...lines.map(([runs]) => el('li', { dir: 'auto' }, ...words(runs))));
    case 'table': return table(lines.slice(0, headers).map((row) => row.map(words)), lines.slice(headers).map((row) => row.map(words)));
    case 'gap': return el('p', { class: 'gap' }, '…');
    case 'heading': return el('h3', { dir: 'auto' }, ...words(lines[0][0]));
    case 'code': return el('pre', {}, ...words(lines[0][0]));
    default: return el('p', { dir: 'auto', class: kind === 'footnote' ? 'footnote' : null }, ...words(lines[0][0]));
  }
}
