// What the chat says in its own words: the page brings the texts, in the language of whoever reads it.
const texts = JSON.parse(document.body.dataset.words ?? '{}');

/** A text by its name, with {0}, {1} filled in; what is put in is never read for places. */
export function w(name, ...values) {
  return (texts[name] ?? name).replace(/\{(\d)\}/g, (place, i) => values[i] ?? place);
}
