// Builds elements. Words go in as text nodes, never as markup.
import { w } from './words.js';

/** An element with attributes (or `on…` listeners) and children: nodes, or words. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A table from rows of cells; a cell is a list of nodes or words. */
export function table(headers, rows) {
  const line = (cells, tag) => el('tr', {}, ...cells.map((cell) => el(tag, { dir: 'auto', scope: tag === 'th' ? 'col' : null }, ...cell)));
  return el('div', { class: 'table', role: 'region', 'aria-label': w('table'), tabindex: '0' },
    el('table', {},
      headers.length ? el('thead', {}, ...headers.map((cells) => line(cells, 'th'))) : null,
      el('tbody', {}, ...rows.map((cells) => line(cells, 'td')))));
}

/**
 * Plain words with line ends as paragraphs, lists ('- …') and tables ('a | b', two lines and more).
 * `inline` turns a line's words into nodes, `isHeader` tells whether a table's first line names its columns.
 */
export function prose(text, inline = (words) => [words], isHeader = () => true) {
  const blocks = [];
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  for (let i = 0; i < lines.length;) {
    const run = (test) => { let end = i; while (end < lines.length && test(lines[end])) end += 1; return end; };
    const rows = run((line) => line.includes(' | '));
    const items = run((line) => /^[-•] /.test(line));
    if (rows > i + 1) {
      const cells = lines.slice(i, rows).map((line) => line.split(' | ').map((cell) => inline(cell)));
      const headers = isHeader(lines[i]) ? 1 : 0;
      blocks.push(table(cells.slice(0, headers), cells.slice(headers)));
      i = rows;
    } else if (items > i) {
      blocks.push(el('ul', {}, ...lines.slice(i, items).map((line) => el('li', { dir: 'auto' }, ...inline(line.slice(2))))));
      i = items;
    } else {
      blocks.push(el('p', { dir: 'auto' }, ...inline(lines[i])));
      i += 1;
    }
  }
  return blocks;
}
