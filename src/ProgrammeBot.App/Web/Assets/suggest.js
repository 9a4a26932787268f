// A form to suggest an answer to the moderators: shown when asked for, gone when sent.
import { suggest, Trouble } from './api.js';
import { el } from './dom.js';
import { w } from './words.js';

const maxQuestion = 300;
const maxAnswer = 4000;

/** The button, and the place for its form. `say` tells a screen reader how it went. */
export function suggestion(question, programme, say) {
  const place = el('div', {});
  const button = el('button', { type: 'button', class: 'plain', 'aria-expanded': 'false', onclick: () => (place.firstChild ? close() : open()) }, w('suggest-answer'));

  function open() {
    button.setAttribute('aria-expanded', 'true');
    const fault = el('p', { class: 'fault', role: 'alert' });
    const asked = el('input', { type: 'text', name: 'question', required: true, maxlength: maxQuestion, dir: 'auto', autocomplete: 'off' });
    asked.value = question.slice(0, maxQuestion);
    const answer = el('textarea', { name: 'answer', rows: '4', required: true, maxlength: maxAnswer, dir: 'auto' });
    const send = el('button', { type: 'submit', class: 'main-button' }, w('send'));
    const form = el('form', { class: 'why', 'aria-label': w('suggest-answer') },
      el('p', {}, w('suggest-told')),
      el('label', { class: 'words-label' }, w('suggest-question'), asked),
      el('label', { class: 'words-label' }, w('suggest-words'), answer),
      fault,
      el('div', { class: 'tools' }, send, el('button', { type: 'button', class: 'plain', onclick: () => { close(); button.focus(); } }, w('cancel'))));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      send.disabled = true;
      try {
        await suggest(asked.value, answer.value, programme);
        close();
        button.replaceWith(el('span', {}, w('suggest-sent')));
        say(w('suggest-sent'));
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        fault.textContent = error.message;
        send.disabled = false;
      }
    });
    place.replaceChildren(form);
    answer.focus();
  }

  function close() {
    place.replaceChildren();
    button.setAttribute('aria-expanded', 'false');
  }

  return { button, place };
}
