// Holds the files of an app package against Microsoft's own schemas, offline.
// node validate-manifest.mjs FOLDER VERSION...: prints a line a fault; exit code 1 when there is any.
// The manifest says the version it is written for; for a later one only that word is changed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const [folder, ...versions] = process.argv.slice(2);
const schemas = path.join(path.dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');
const read = file => JSON.parse(readFileSync(file, 'utf8'));

let faults = 0;
for (const version of versions) {
  check(version, 'MicrosoftTeams.schema.json', 'manifest.json', manifest => ({
    ...manifest,
    $schema: manifest.$schema.replace(/v[0-9.]+/, `v${version}`),
    manifestVersion: version,
  }));
  check(version, 'MicrosoftTeams.Localization.schema.json', 'de.json', words => words);
}

process.exit(faults ? 1 : 0);

function check(version, schema, file, change) {
  // One of Microsoft's patterns is no regular expression in unicode mode.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const valid = ajv.compile(read(path.join(schemas, `v${version}`, schema)));
  if (valid(change(read(path.join(folder, file))))) {
    console.log(`${version} ${file}: valid`);
    return;
  }

  for (const fault of valid.errors) {
    faults++;
    console.log(`${version} ${file}${fault.instancePath}: ${fault.message} ${JSON.stringify(fault.params)}`);
  }
}
