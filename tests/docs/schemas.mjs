// SPDX-License-Identifier: GPL-3.0-or-later
// Holds documents against the schemas of docs/schemas:  node schemas.mjs NODE_MODULES SCHEMAS NAME=FILE…
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";

const [modules, folder, ...documents] = process.argv.slice(2);
const Ajv = createRequire(modules + "/")("ajv");
const ajv = new Ajv({ allErrors: true, strict: false });
for (const name of readdirSync(folder)) ajv.addSchema(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")), name);
let failed = false;
for (const document of documents) {
  const [name, file] = document.split("=");
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (!validate) throw new Error(`there is no schema of ${name}`);
  if (validate(JSON.parse(readFileSync(file, "utf8")))) continue;
  failed = true;
  for (const error of validate.errors) console.log(`${name}: ${error.instancePath} ${error.message}`);
}
process.exit(failed ? 1 : 0);
