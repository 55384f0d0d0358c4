// SPDX-License-Identifier: GPL-3.0-or-later
// Holds documents against the schemas of docs/schemas:  node schemas.mjs NODE_MODULES SCHEMAS NAME=FILE…
// A document passes its schema, and its schema knows it: each key that is there is required, which is tried by leaving
// it out, or the schema's description of it says when it is not there.
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";

const [modules, folder, ...documents] = process.argv.slice(2);
const Ajv = createRequire(modules + "/")("ajv");
const ajv = new Ajv({ allErrors: false, strict: false });
const schemas = {};
for (const name of readdirSync(folder)) {
  schemas[name] = JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
  ajv.addSchema(schemas[name], name);
}

// The schemas that may be meant by one: those that it refers to or chooses from.
const alternatives = (schema) =>
  schema.$ref ? alternatives(schemas[schema.$ref]) : schema.anyOf ? schema.anyOf.flatMap(alternatives) : [schema];

// One object of each kind in a document, by its path without the numbers of lists.
function objectsIn(value, kind, found = new Map()) {
  if (Array.isArray(value)) for (const one of value) objectsIn(one, `${kind}[]`, found);
  else if (value !== null && typeof value === "object") {
    const shape = `${kind} {${Object.keys(value).join()}}`;
    if (!found.has(shape)) found.set(shape, { kind, object: value });
    for (const key of Object.keys(value)) objectsIn(value[key], `${kind}/${key}`, found);
  }
  return found;
}

// The schemas of what lies at the end of a kind of path: "/targets[]/failure".
function schemasAt(root, kind) {
  let here = alternatives(root);
  for (const [, list, key] of kind.matchAll(/(\[\])|\/([^/[]+)/g))
    here = here.flatMap((schema) => (list ? schema.items : schema.properties?.[key]) ?? []).flatMap(alternatives);
  return here;
}

function problemsOf(name, document) {
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (!validate) return ["there is no such schema"];
  if (!validate(document)) return validate.errors.map((error) => `${error.instancePath} ${error.message}`);
  const problems = [];
  for (const { kind, object } of objectsIn(document, "").values())
    for (const key of Object.keys(object)) {
      const value = object[key];
      delete object[key];
      const isMissed = !validate(document);
      object[key] = value;
      if (isMissed) continue;
      const described = schemasAt(schemas[`${name}.schema.json`], kind).map((schema) => schema.properties?.[key]);
      if (!described.some((property) => property)) problems.push(`${kind}/${key} is not in the schema`);
      else if (!described.some((property) => property?.description?.startsWith("Only ")))
        problems.push(`${kind}/${key} may be left out, and its description does not say when ("Only …")`);
    }
  return problems;
}

let failed = false;
for (const document of documents) {
  const [name, file] = document.split("=");
  for (const problem of problemsOf(name, JSON.parse(readFileSync(file, "utf8")))) {
    failed = true;
    console.log(`${name}: ${problem}`);
  }
}
process.exit(failed ? 1 : 0);
