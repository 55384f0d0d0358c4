// SPDX-License-Identifier: GPL-3.0-or-later
// See compare.sh. A cell says how many of the section's lines that say something came out, and how many lines of other
// sections came along. newest.txt says by hand which lines the section has.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [program, tools, corpus] = process.argv.slice(2);
const require = createRequire(`${tools}/`);
const { parser } = await import(`${tools}/node_modules/keep-a-changelog/mod.js`);
const { Changelog: Updater } = require("./node_modules/release-please/build/src/updaters/changelog.js");

/// A line's words alone: tools may write lists and headings in a style of their own.
const words = (line) => line.replace(/^[\s#*+-]+/, "").replace(/\s+/g, " ").trim();
const linesOf = (text) => text.split(/\r?\n/).map(words).filter(Boolean);
const firstLine = (text) => String(text).trim().split("\n")[0].slice(0, 60);

/// What a tool printed against the section: "all 5", "2 of 5", "nothing", and what else came along.
function cell(text, section, rest) {
    const got = new Set(linesOf(text));
    const found = section.filter((line) => got.has(line)).length;
    const alien = rest.filter((line) => got.has(line) && !section.includes(line)).length;
    const main = found === section.length ? `all ${found}` : found ? `${found} of ${section.length}` : "nothing";
    return alien ? `${main}, and ${alien} of others` : main;
}

function git(folder, ...args) {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    execFileSync("git", ["-C", folder, "-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { env, stdio: "ignore" });
}

/// A repository whose last commit wrote the newest section, tagged as a release is.
function repository(folder, version, before, after) {
    git(folder, "init", "-q");
    writeFileSync(join(folder, "CHANGELOG.md"), before);
    writeFileSync(join(folder, "unmoor.toml"), `schema = 1\n[project]\nname = "sample"\nversion = { literal = "${version}" }\n`);
    git(folder, "add", ".");
    git(folder, "commit", "-qm", "feat: begin");
    git(folder, "tag", "v0.0.1");
    writeFileSync(join(folder, "CHANGELOG.md"), after);
    git(folder, "commit", "-qam", "docs: write the changelog");
    git(folder, "tag", `v${version}`);
}

const runs = {
    Unmoor: (folder) => spawnSync(program, ["notes", "--project", folder, "--state-dir", join(folder, "state")], { encoding: "utf8" }),
    "git-cliff": (folder) => spawnSync(join(tools, "node_modules/git-cliff-linux-x64/bin/git-cliff"), ["--latest", "--offline"], { cwd: folder, encoding: "utf8" }),
};

function byRun(name, folder, section, rest) {
    const { status, stdout, stderr } = runs[name](folder);
    return status === 0 ? cell(stdout, section, rest) : `refused: ${firstLine(stderr)}`;
}

function byKeepAChangelog(version, file, section, rest) {
    let changelog;
    try {
        changelog = parser(file);
    } catch (error) {
        return `refused: ${firstLine(error.message)}`;
    }
    const release = changelog.releases.find((each) => String(each.version) === version);
    return release ? cell(release.toString(changelog).split("\n").slice(1).join("\n"), section, rest) : "nothing";
}

/// release-please reads no section: it looks where the newest begins, to put its own above. Whether it finds that.
function byReleasePlease(version, file) {
    const after = new Updater({ version, changelogEntry: "\u0001" }).updateContent(file);
    const below = after.slice(after.indexOf("\u0001") + 1).trimStart().split("\n")[0];
    return below.includes(version) ? "nothing; finds where it begins" : `nothing; takes "${below.slice(0, 24)}…" for it`;
}

const newest = readFileSync(new URL("newest.txt", import.meta.url), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
console.log("| changelog | the section's heading | lines | Unmoor | keep-a-changelog | git-cliff | release-please |");
console.log("| --- | --- | ---: | --- | --- | --- | --- |");
for (const entry of newest) {
    const [pack, first, last] = entry.split(" ");
    const version = pack.slice(pack.lastIndexOf("@") + 1);
    const file = readFileSync(join(corpus, `${pack.replaceAll("/", "-")}.md`), "utf8");
    const lines = file.split("\n");
    const section = linesOf(lines.slice(Number(first) - 1, Number(last)).join("\n"));
    const rest = linesOf(lines.slice(Number(last)).join("\n"));
    const folder = mkdtempSync(join(tmpdir(), "unmoor-compare-"));
    const heading = lines.slice(0, Number(first) - 1).findLast((line) => line.includes(version));
    const before = lines.slice(0, lines.indexOf(heading)).concat(lines.slice(Number(last))).join("\n");
    repository(folder, version, before, file);
    const cells = [
        byRun("Unmoor", folder, section, rest),
        byKeepAChangelog(version, file, section, rest),
        byRun("git-cliff", folder, section, rest),
        byReleasePlease(version, file),
    ].map((text) => text.replaceAll("|", "\\|"));
    const short = heading.replace(/\]\([^)]*\)/, "](…)").replaceAll("|", "\\|");
    console.log(`| ${pack} | \`${short}\` | ${section.length} | ${cells.join(" | ")} |`);
    rmSync(folder, { recursive: true });
}
