// Reads a manifest from stdin and prints what Microsoft's schema finds wrong with it, a line each.
// Started in the folder whose node_modules hold the schema and the validator.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');

const [, , folder, version] = process.argv;
const load = createRequire(`${folder}/package.json`);
const Ajv = load('ajv-draft-04').default;
const formats = load('ajv-formats').default;

const schema = JSON.parse(readFileSync(load.resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`)));
const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
const isValid = ajv.compile(schema);
if (!isValid(JSON.parse(readFileSync(0)))) {
  for (const problem of isValid.errors) {
    console.log(`${problem.instancePath} ${problem.message}`);
  }
}
