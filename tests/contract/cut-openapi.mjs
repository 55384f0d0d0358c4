#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Cut GitHub's OpenAPI description (npm package @octokit/openapi) down to the
// paths a release console needs, following $refs so that the result is whole.
//   node cut-openapi.mjs FULL.json OUT.json [extra-path-regex ...]
// Options by environment:
//   STRICT=1  set additionalProperties:false on request-body objects, so that a
//             validator also catches misspelt fields (GitHub itself ignores them)
//   PREFIX=/api  set servers to that path prefix (Prism matches on the path)
import fs from 'node:fs';
const [, , full, out, ...extra] = process.argv;
if (!full || !out) { console.error('usage: cut-openapi.mjs FULL.json OUT.json [regex...]'); process.exit(2); }
const doc = JSON.parse(fs.readFileSync(full, 'utf8'));
const R = String.raw`^/repos/\{owner\}/\{repo\}`;
const want = [
  `${R}$`, `${R}/releases`, `${R}/immutable-releases$`, `${R}/tags$`, `${R}/branches$`, `${R}/branches/\\{branch\\}$`,
  `${R}/git/(ref|refs|matching-refs|tags)(/|$)`, `${R}/commits$`, `${R}/commits/\\{ref\\}$`, `${R}/commits/\\{ref\\}/(status|check-runs)$`,
  `${R}/pulls$`, `${R}/pulls/\\{pull_number\\}$`, `${R}/compare/\\{basehead\\}$`, `${R}/attestations/\\{subject_digest\\}$`,
  `${R}/actions/runs$`, `${R}/actions/runs/\\{run_id\\}($|/(jobs|artifacts|rerun|rerun-failed-jobs|cancel|logs|pending_deployments|attempts/\\{attempt_number\\}(/jobs)?)$)`,
  `${R}/actions/jobs/\\{job_id\\}(/logs|/rerun)?$`, `${R}/actions/artifacts(/|$)`,
  `${R}/check-runs/\\{check_run_id\\}/annotations$`,
  `${R}/actions/workflows($|/\\{workflow_id\\}($|/(runs|dispatches)$))`,
  '^/user$', '^/user/repos$', '^/rate_limit$', '^/versions$', '^/meta$', ...extra,
].map((s) => new RegExp(s));
const skip = [/reactions/, /\/branches\/\{branch\}\//];
const paths = {};
for (const [p, item] of Object.entries(doc.paths))
  if (want.some((w) => w.test(p)) && !skip.some((s) => s.test(p))) paths[p] = item;
// A ref has a slash in it, which GitHub takes as it is and OpenAPI cannot say: describe those paths one level deeper, too.
for (const [p, item] of Object.entries(paths)) {
  if (!/\/git\/(ref|matching-refs)\/\{ref\}$/.test(p)) continue;
  const deeper = structuredClone(item);
  deeper.get.operationId += '-with-kind';
  deeper.get.parameters.push({ name: 'kind', in: 'path', required: true, schema: { type: 'string' } });
  paths[p.replace('{ref}', '{kind}/{ref}')] = deeper;
}
if (process.env.STRICT) for (const item of Object.values(paths)) for (const op of Object.values(item)) {
  const s = op?.requestBody?.content?.['application/json']?.schema;
  if (s?.type === 'object' && s.additionalProperties === undefined) s.additionalProperties = false;
}
// The upload operation carries its own absolute server (uploads host); drop it so that one process serves both.
for (const item of Object.values(paths)) for (const op of Object.values(item)) if (op && typeof op === 'object') delete op.servers;
const components = {}; const seen = new Set(); const queue = [paths];
while (queue.length) {
  const n = queue.pop();
  if (Array.isArray(n)) { queue.push(...n); continue; }
  if (!n || typeof n !== 'object') continue;
  if (typeof n.$ref === 'string' && !seen.has(n.$ref)) {
    seen.add(n.$ref);
    const [, , kind, name] = n.$ref.split('/');
    const v = doc.components[kind]?.[name];
    if (v !== undefined) { (components[kind] ??= {})[name] = v; queue.push(v); }
  }
  queue.push(...Object.values(n));
}
const cut = { openapi: doc.openapi, info: doc.info, servers: [{ url: process.env.PREFIX || '/' }], paths, components };
fs.writeFileSync(out, JSON.stringify(cut));
const ops = Object.values(paths).reduce((n, i) => n + Object.keys(i).filter((m) => /^(get|post|put|patch|delete)$/.test(m)).length, 0);
console.log(`${Object.keys(paths).length} paths, ${ops} operations, ${Object.keys(components.schemas || {}).length} schemas, ${(fs.statSync(out).size / 1e6).toFixed(2)} MB (of ${(fs.statSync(full).size / 1e6).toFixed(1)} MB)`);
