// Thumbs: helpful or not, and why not.
import { Trouble, vote } from './api.js';
import { el } from './dom.js';

const reasons = [['wrong', 'It is wrong'], ['not_my_programme', 'It is about another programme'], ['out_of_date', 'It is out of date'], ['unclear', 'It is hard to understand'], ['other', 'Something else']];

/** The two buttons, and the place below for the reason. `say` tells a screen reader how it went. */
export function thumbs(answer, say) {
  const note = el('span', {});
  const up = el('button', { type: 'button', class: 'plain', 'aria-pressed': 'false', onclick: () => cast(true) }, 'Yes');
  const down = el('button', { type: 'button', class: 'plain', 'aria-pressed': 'false', onclick: () => cast(false) }, 'No');
  const below = el('div', {});
  const group = el('span', { role: 'group', 'aria-label': 'Was this helpful?', class: 'vote' }, 'Helpful?', up, down, note);

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
      tell('Thank you.');
      if (!helpful) down.focus();
    } else {
      note.textContent = '';
      below.replaceChildren(why());
      below.querySelector('input').focus();
    }
  }

  function why() {
    const form = el('form', { class: 'why', 'aria-label': 'What was wrong with it' },
      el('fieldset', {}, el('legend', {}, 'What was wrong with it?'),
        ...reasons.map(([value, words], i) => el('label', { class: 'option' }, el('input', { type: 'radio', name: 'reason', value, checked: i === 0 }), words))),
      el('label', { class: 'words-label' }, 'In your own words, if you like (no names, please)', el('textarea', { name: 'words', rows: '2', maxlength: '1000', dir: 'auto' })),
      el('button', { type: 'submit', class: 'main-button' }, 'Send'));
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
