// SPDX-License-Identifier: GPL-3.0-or-later
// Writes expected.txt anew:  node expect.mjs "$(./prepare.sh)" >expected.txt
//
// It asks the registry which versions each package of packages.lock has, and lists those that a line of the changelog
// names which looks like a heading, in the file's order. It knows nothing of how Unmoor reads Markdown: what it gets
// wrong is listed by hand, with the reason, in disagreements.txt.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const folder = process.argv[2];
const isRuled = (line) => /^ {0,3}(=+|-+)\s*$/.test(line ?? "");
const isBare = (line) => /^[*\s]*v?\.?\d+\.\d+\S*([\s/,(-]+[\w\s,./-]*\)?)?[*\s]*$/.test(line);

function named(line) {
    const plain = line.replace(/\]\([^)]*\)/g, "]").replace(/<[^>]*>/g, "");
    return /(?:^|[^\w.])v?\.?(\d+\.\d+[\w.+-]*)/.exec(plain)?.[1];
}

console.log("# Written by expect.mjs: the published versions that each changelog names, in its order.");
for (const line of readFileSync(new URL("packages.lock", import.meta.url), "utf8").split("\n")) {
    const [, pack] = line.split(/\s+/);
    if (line.startsWith("#") || !pack) continue;
    const name = pack.slice(0, pack.lastIndexOf("@"));
    const published = new Set([].concat(JSON.parse(execFileSync("npm", ["view", "--json", name, "versions"], { encoding: "utf8" }))));
    const lines = readFileSync(`${folder}/${pack.replaceAll("/", "-")}.md`, "utf8").replace(/^\uFEFF/, "").split(/\r?\n/);
    const heads = lines.filter((text, i) => /^ {0,3}#{1,6}\s/.test(text) || (text.trim() && isRuled(lines[i + 1])) || isBare(text));
    const versions = heads.map(named).filter((version) => version && (published.has(version) || published.has(`${version}.0`)));
    console.log(`${pack}: ${versions.join(" ")}`);
}
