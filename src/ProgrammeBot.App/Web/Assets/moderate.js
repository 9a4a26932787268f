// The moderators' pages work without this: it fills in a link's code, shows the answer while it is written, and warns before words are lost.

const enter = document.getElementById('enter');
if (enter) {
  const come = () => {
    if (location.hash.length < 2) return;
    enter.elements.code.value = location.hash.slice(1);
    // The code leaves the address, and with it the history.
    history.replaceState(null, '', location.pathname);
    enter.requestSubmit();
  };
  // A second link may be opened where the entrance stands already.
  addEventListener('hashchange', come);
  come();
}

const form = document.querySelector('form.entry');
if (form) {
  const answer = form.elements.answer;
  const preview = document.getElementById('preview');
  let changed = false;
  let wait = 0;
  let last = null;

  const show = async () => {
    last?.abort();
    last = new AbortController();
    try {
      const body = new URLSearchParams({ form: form.elements.form.value, answer: answer.value });
      const response = await fetch('/moderate/preview', { method: 'POST', body, signal: last.signal });
      // The server has made it harmless; a refusal is no preview.
      if (response.ok) preview.replaceChildren(...new DOMParser().parseFromString(await response.text(), 'text/html').body.childNodes);
    } catch (error) {
      if (error.name !== 'AbortError' && !(error instanceof TypeError)) throw error;
    }
  };

  answer.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(show, 250);
  });
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
  addEventListener('beforeunload', (event) => { if (changed) event.preventDefault(); });
  // Enter in the search for passages searches; elsewhere on one line it does nothing, rather than publish.
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target.tagName !== 'INPUT' || event.target.type === 'checkbox') return;
    event.preventDefault();
    if (event.target.name === 'find') form.requestSubmit(form.querySelector('button[value="find"]'));
  });
}
