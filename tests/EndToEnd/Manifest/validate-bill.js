// Reads a bill of materials from stdin and prints what CycloneDX's own schema finds wrong with it, a line each.
// Started with the folder whose node_modules hold the schema and the validator.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');

const [, , folder] = process.argv;
const load = createRequire(`${folder}/package.json`);
const Ajv = load('ajv').default;
const schema = name => JSON.parse(readFileSync(`${folder}/node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`));

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
for (const part of ['spdx', 'jsf-0.82']) {
  ajv.addSchema(schema(part), `http://cyclonedx.org/schema/${part}.SNAPSHOT.schema.json`);
}
const isValid = ajv.compile(schema('bom-1.6'));
if (!isValid(JSON.parse(readFileSync(0)))) {
  for (const problem of isValid.errors) {
    console.log(`${problem.instancePath} ${problem.message}`);
  }
}
