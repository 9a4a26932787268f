// Thumbs: helpful or not, and why not.
import { Trouble, vote } from './api.js';
import { el } from './dom.js';
import { w } from './words.js';

const reasons = ['wrong', 'not_my_programme', 'out_of_date', 'unclear', 'other'].map((reason) => [reason, w(`reason-${reason.replaceAll('_', '-')}`)]);

/** The two buttons, and the place below for the reason. `say` tells a screen reader how it went. */
export function thumbs(answer, say) {
  const note = el('span', {});
  const up = el('button', { type: 'button', class: 'plain', 'aria-pressed': 'false', onclick: () => cast(true) }, w('yes'));
  const down = el('button', { type: 'button', class: 'plain', 'aria-pressed': 'false', onclick: () => cast(false) }, w('no'));
  const below = el('div', {});
  const group = el('span', { role: 'group', 'aria-label': w('was-it-helpful'), class: 'vote' }, w('helpful'), up, down, note);

  async function cast(helpful, details = {}) {
    try {
      await vote({ answer, helpful, ...details });
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      tell(error.message);
      return;
    }
    up.setAttribute('aria-pressed', String(helpful));
    down.setAttribute('aria-pressed', String(!helpful));
    if (helpful || details.reason) {
      below.replaceChildren();
      tell(w('thank-you'));
      if (!helpful) down.focus();
    } else {
      note.textContent = '';
      below.replaceChildren(why());
      below.querySelector('input').focus();
    }
  }

  function why() {
    const form = el('form', { class: 'why', 'aria-label': w('what-was-wrong') },
      el('fieldset', {}, el('legend', {}, w('what-was-wrong')),
        ...reasons.map(([value, words], i) => el('label', { class: 'option' }, el('input', { type: 'radio', name: 'reason', value, checked: i === 0 }), words))),
      el('label', { class: 'words-label' }, w('own-words'), el('textarea', { name: 'words', rows: '2', maxlength: '1000', dir: 'auto' })),
      el('button', { type: 'submit', class: 'main-button' }, w('send')));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const entries = new FormData(form);
      cast(false, { reason: entries.get('reason'), words: entries.get('words') || undefined });
    });
    return form;
  }

  function tell(words) {
    note.textContent = words;
    say(words);
  }

  return { group, below };
}
