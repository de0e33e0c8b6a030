// Reads a manifest, or its words in another language, from stdin and prints what Microsoft's schema finds wrong with it, a line each.
// Started in the folder whose node_modules hold the schema and the validator.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');

const [, , folder, version, kind] = process.argv;
const load = createRequire(`${folder}/package.json`);
const Ajv = load('ajv-draft-04').default;
const formats = load('ajv-formats').default;

const schema = JSON.parse(readFileSync(load.resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/${kind}.schema.json`)));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats(ajv);
const isValid = ajv.compile(schema);
if (!isValid(JSON.parse(readFileSync(0)))) {
  for (const problem of isValid.errors) {
    console.log(`${problem.instancePath} ${problem.message}`);
  }
}
