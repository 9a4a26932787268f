namespace ProgrammeBot.Tests.Support;

/// <summary>What can be checked of WCAG 2.2 AA by a script in the page: gives a line for each fault.</summary>
public static class Accessibility
{
    public const string Checks =
        """
        () => {
          const faults = [];
          const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getClientRects().length > 0;
          const path = (e) => `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}${e.className && typeof e.className === 'string' ? '.' + e.className.split(' ').join('.') : ''} “${e.textContent.trim().slice(0, 30)}”`;
          const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);

          if (!document.documentElement.lang) faults.push('the page names no language');
          if (!document.title) faults.push('the page has no title');
          if (all('main').length !== 1) faults.push('there is not one main part');

          const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
          for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push(`id ${id} stands twice`);
          for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
            for (const e of document.querySelectorAll(`[${attribute}]`)) {
              for (const id of e.getAttribute(attribute).split(' ')) if (!document.getElementById(id)) faults.push(`${path(e)}: ${attribute} names ${id}, which is not there`);
            }
          }

          const labelOf = (e) => e.getAttribute('aria-label') || [...(e.labels || [])].map((l) => l.textContent).join(' ').trim();
          for (const e of all('button, a[href], summary')) if (!(e.getAttribute('aria-label') || e.textContent.trim())) faults.push(`${path(e)} has no name`);
          for (const e of all('input, textarea, select')) if (!labelOf(e)) faults.push(`${path(e)} has no label`);
          for (const e of all('button, select, summary, .bar a')) {
            const box = e.getBoundingClientRect();
            if (box.width < 24 || box.height < 24) if (!e.closest('.words')) faults.push(`${path(e)} is ${box.width.toFixed()}×${box.height.toFixed()}, less than 24×24`);
          }
          for (const e of all('[tabindex]')) if (e.tabIndex > 0) faults.push(`${path(e)} changes the order of the keyboard`);
          for (const e of all('th')) if (!e.scope) faults.push(`${path(e)} names no scope`);

          let level = 0;
          for (const e of all('h1, h2, h3, h4, h5, h6')) {
            const now = Number(e.tagName[1]);
            if (level && now > level + 1) faults.push(`${path(e)} leaps from level ${level} to ${now}`);
            level = now;
          }

          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
          const over = (front, back) => front.slice(0, 3).map((c, i) => c * front[3] + back[i] * (1 - front[3]));
          const behind = (e) => {
            const layers = [];
            for (let at = e; at; at = at.parentElement) {
              const colour = rgba(getComputedStyle(at).backgroundColor);
              layers.push(colour);
              if (colour[3] === 1) break;
            }
            return layers.reverse().reduce((back, layer) => over(layer, back), [255, 255, 255]);
          };
          const light = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const seen = new Set();
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || seen.has(e) || !shown(e) || e.closest('script, style, noscript, :disabled, .unseen, .skip')) continue;
            seen.add(e);
            const back = behind(e);
            const [a, b] = [light(over(rgba(getComputedStyle(e).color), back)), light(back)];
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (contrast < 4.5) faults.push(`${path(e)}: contrast ${contrast.toFixed(2)}, less than 4.5`);
          }
          return faults;
        }
        """;
}
