// Reads a PNG with nothing of ours: node's zlib, and the format's own rules. Prints its size and what its pixels are like.
// node read-png.mjs FILE: {"width","height","clear","solid","white","colours"}, shares of all pixels; throws on whatever is wrong.
import { readFileSync } from 'node:fs';
import zlib from 'node:zlib';

const png = readFileSync(process.argv[2]);
if (png.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG');
const parts = {};
for (let at = 8; at < png.length;) {
  const length = png.readUInt32BE(at);
  const name = png.toString('latin1', at + 4, at + 8);
  if (zlib.crc32 && zlib.crc32(png.subarray(at + 4, at + 8 + length)) !== png.readUInt32BE(at + 8 + length)) throw new Error(`${name}: wrong check`);
  parts[name] = png.subarray(at + 8, at + 8 + length);
  at += 12 + length;
}

const header = parts.IHDR;
const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
if (header.subarray(8).toString('hex') !== '0806000000') throw new Error('not 8 bits of red, green, blue and alpha');
const rows = zlib.inflateSync(parts.IDAT);
if (rows.length !== height * (1 + width * 4) || !parts.IEND) throw new Error('wrong length');
let clear = 0, solid = 0, white = 0;
const colours = new Set();
for (let y = 0; y < height; y++) {
  const row = y * (1 + width * 4);
  if (rows[row] !== 0) throw new Error('a filter that is not read here');
  for (let x = 0; x < width; x++) {
    const [r, g, b, a] = rows.subarray(row + 1 + x * 4, row + 5 + x * 4);
    clear += a === 0;
    solid += a === 255;
    white += r === 255 && g === 255 && b === 255;
    colours.add(`${r},${g},${b}`);
  }
}

const all = width * height;
console.log(JSON.stringify({ width, height, clear: clear / all, solid: solid / all, white: white / all, colours: colours.size }));
