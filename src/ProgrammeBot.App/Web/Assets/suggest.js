// A form to suggest an answer to the moderators: shown when asked for, gone when sent.
import { suggest, Trouble } from './api.js';
import { el } from './dom.js';

const maxQuestion = 300;
const maxAnswer = 4000;

/** The button, and the place for its form. `say` tells a screen reader how it went. */
export function suggestion(question, programme, say) {
  const place = el('div', {});
  const button = el('button', { type: 'button', class: 'plain', 'aria-expanded': 'false', onclick: () => (place.firstChild ? close() : open()) }, 'Suggest an answer');

  function open() {
    button.setAttribute('aria-expanded', 'true');
    const fault = el('p', { class: 'fault', role: 'alert' });
    const asked = el('input', { type: 'text', name: 'question', required: true, maxlength: maxQuestion, dir: 'auto', autocomplete: 'off' });
    asked.value = question.slice(0, maxQuestion);
    const answer = el('textarea', { name: 'answer', rows: '4', required: true, maxlength: maxAnswer, dir: 'auto' });
    const send = el('button', { type: 'submit', class: 'main-button' }, 'Send');
    const form = el('form', { class: 'why', 'aria-label': 'Suggest an answer' },
      el('p', {}, 'It goes to the moderators as you write it. They decide whether it becomes an answer. Nobody writes back: who you are is not kept.'),
      el('label', { class: 'words-label' }, 'The question', asked),
      el('label', { class: 'words-label' }, 'Your answer (and where it stands, if you know)', answer),
      fault,
      el('div', { class: 'tools' }, send, el('button', { type: 'button', class: 'plain', onclick: () => { close(); button.focus(); } }, 'Cancel')));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      send.disabled = true;
      try {
        await suggest(asked.value, answer.value, programme);
        close();
        button.replaceWith(el('span', {}, 'Sent to the moderators. Thank you.'));
        say('Sent to the moderators. Thank you.');
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
