// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the first inputs of the fuzz targets:  fuzz_seeds FOLDER
// Each target has a folder of its name in it. Small samples of every kind lead further than large ones.
#include "app/binary/machomaker.h"
#include "tests/app/binary/elfmaker.h"
#include "tests/app/binary/pemaker.h"
#include "tests/app/binary/workshop.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using unmoor::MachOMaker;

namespace {

constexpr auto Source = "int one(void); int answer(void) { return one ? one() : 42; }\n";

class Seeds
{
public:
    explicit Seeds(const QDir &folder)
        : m_folder(folder)
    {
    }

    void add(const QString &target, const QByteArray &seed)
    {
        QFile file(m_folder.filePath(u"%1/%2"_s.arg(target).arg(++m_count)));
        if (seed.isEmpty() || !m_folder.mkpath(target) || !file.open(QIODevice::WriteOnly)
            || file.write(seed) != seed.size())
            qFatal("no seed %s", qPrintable(file.fileName()));
    }

private:
    QDir m_folder;
    int m_count = 0;
};

void addChangelogs(Seeds &seeds)
{
    const QString target = u"fuzz_changelog"_s;
    seeds.add(target, "# Changelog\n\n## Unreleased\n\n- Fix: a\n\n## 1.0.4 (2026-06-24)\n\n- see [it](docs/x.md)\n");
    seeds.add(target,
              "## [Unreleased]\r\n### Added\r\n- a\r\n## [1.0.4] - 2026-06-24\r\n```sh\r\n## 9.9.9\r\n```\r\n"
              "[Unreleased]: https://e.org/compare/v1.0.4...HEAD\r\n[1.0.4]: https://e.org/v1.0.3...v1.0.4");
    seeds.add(target,
              "\xEF\xBB\xBF"
              "1.0.4 / 2026-06-24\n==================\n * [a][b] <iframe>\n\n1.0.3\n-----\n<!-- ");
    seeds.add(target, "**1.0.4 / June 24, 2026**\n* a\r\r1.0.3 / 2026-06-01\n* b\n");
    seeds.add(target,
              "# [1.0.4](https://e.org/a...b) (2026-06-24)\n1. > - ```\n  <pre>\n## v1.0.3-rc.1+5\n\t## x\n~~~\n");
}

void addWorkflows(Seeds &seeds)
{
    const QString target = u"fuzz_workflow"_s;
    seeds.add(
        target,
        "on: {push: {tags: ['v[0-9]+.*', '!v*-*']}}\npermissions: {contents: write}\njobs:\n  b:\n    strategy:\n"
        "      matrix: {os: &o [ubuntu-24.04, macos-14], include: [{os: a, n: 1}]}\n    runs-on: ${{ matrix.os }}\n"
        "    steps:\n      - run: nix build --system aarch64-linux\n      - uses: actions/upload-artifact@v4\n"
        "        with: {name: 'a-${{ matrix.n || 'x' }}'}\n  r:\n    needs: [b]\n    if: always()\n"
        "    runs-on: x\n    env: {V: \"${{ github.ref_name }}\"}\n    steps:\n"
        "      - uses: actions/download-artifact@main\n      - run: |\n          N=$(awk \"/^## ${V#v}/{f=1;next} f\" "
        "CHANGELOG.md | sed '1d;$d')\n          echo \"n=${N}\" >> $GITHUB_OUTPUT\n"
        "          gh release create demo-1.0.5 --latest\n          docker push demo:latest\n");
    seeds.add(target,
              "$0 ~ \"^## \" v { p = 1; next } p && /^## /,NR==3 { if ($2 == \"x\") exit; else print substr($0, 2) }");
    seeds.add(target, "1,/^## \\[1/d;/^## /{//!p;q};$!s/a*/b/g");
    seeds.add(target, "if x; then A=${B//./\\.} && cat <<E | tr -d v > f 2>&1\n$(echo `a` ${C:-d}) \\\nE\nfi\n");
}

/// As fuzz_answers takes them: the first byte is the number of the reader.
void addAnswers(Seeds &seeds)
{
    const auto add = [&seeds](char reader, const QByteArray &answer) { seeds.add(u"fuzz_answers"_s, reader + answer); };
    constexpr char manifest = 0, git = 1, nix = 2, log = 3, host = 4;
    add(manifest, R"toml([project]
name = "minne"
flake = "nix"
version = { file = "Cargo.toml", pattern = '(?m)^version = "([^"]+)"' }
tag = "v{version}"
changelog = "CHANGELOG.md"
repository = "owner/name"

[[target]]
triple = "x86_64-unknown-linux-gnu"
output = ".#minne-linux"
archive = "*.tar.gz"
layout = { programs = ["minne"], libraries = ["lib/*"], files = ["README*"] }

[[gate]]
name = "tests"
command = ["cargo", "test"]

[[asset]]
file = "install.sh"
)toml");
    add(git, "true\n/home/somebody/minne\n");
    add(git,
        QByteArray("# branch.oid 0123456789012345678901234567890123456789|# branch.head main|"
                   "1 .M N... 100644 100644 100644 0123 0123 src/a b.rs|? new|u UU N... 1 2 3 4 5 6 7 x|")
            .replace('|', '\0'));
    add(git, "v1.0.4 0123 \nv1.0.5 4567 89ab\n");
    add(git, "origin\thttps://me:secret@host.example/owner/name.git (fetch) [blob:none]\norigin\tgit@h:o/n (push)\n");
    add(git,
        "0123\x1f"
        "4567 89ab\x1fSomebody\x1f"
        "feat: a\x1fText\nBREAKING CHANGE: b\x1f");
    add(nix, R"([{"drvPath":"/nix/store/a.drv","outputs":{"out":"/nix/store/b"},"path":"/nix/store/b"}])");
    add(nix, R"({"/nix/store/b":{"narHash":"sha256-AAAA","valid":true}})");
    add(nix,
        R"({"x86_64-linux":{"minne":{"name":"minne-1.0.5","drvPath":"/nix/store/a.drv","outPath":"/nix/store/b"}}})");
    add(nix, R"({"system":{"value":"x86_64-linux"},"extra-platforms":{"value":["i686-linux"]},"trusted":1})");
    add(nix,
        "these 2 derivations will be built:\n  /nix/store/a.drv\n  /nix/store/b.drv\n"
        "this path will be fetched (1.50 MiB download, 6.00 MiB unpacked):\n  /nix/store/c\n");
    add(log,
        R"(@nix {"action":"start","id":9007199254740993,"level":3,"parent":0,"text":"building","type":105,"fields":["/nix/store/a.drv","",1,1]})"
        "\n"
        R"(@nix {"action":"result","fields":["\u001b[31merror\u001b[0m \u001b]52;c;AA==\u0007"],"id":1,"type":101})"
        "\n"
        R"(@nix {"action":"msg","level":0,"msg":"error: x","raw_msg":"x","file":"/a.nix","line":3,"column":4})");
    add(host,
        "<https://host.example/api/v3/x?page=2>; rel=\"next\", <https://e.example/>; rel=\"last\"\n\n"
        R"([{"id":1,"tag_name":"v1","name":"minne","body":"b","draft":true,"prerelease":false,"immutable":false,
"upload_url":"https://host.example/u{?name,label}","html_url":"https://host.example/r","published_at":null,
"assets":[{"id":2,"name":"a.zip","state":"uploaded","size":3,"digest":"sha256:00","url":"https://host.example/a"}]}])");
    add(host,
        R"({"message":"Validation Failed","errors":[{"resource":"Release","code":"already_exists","field":"tag_name"}]})");
}

void addElf(Seeds &seeds, Workshop &workshop)
{
    for (const int kind : {0, 1, 2, 3}) {
        ElfMaker maker{.is64 = (kind & 1) != 0, .isBigEndian = (kind & 2) != 0, .interpreter = "/lib/ld.so"};
        maker.addName(1, "libc.so.6");
        maker.addName(14, "libone.so");
        maker.addName(15, "/r");
        maker.addName(29, "$ORIGIN/lib::/b");
        maker.neededVersions = {{"libc.so.6", {{"GLIBC_2.34"}, {"GLIBC_2.38", true}}}, {"libone.so", {{"ONE_1"}}}};
        seeds.add(u"fuzz_elf"_s, maker.make());
    }
    const QStringList bare{u"-nostdlib"_s, u"-g"_s, u"-fPIC"_s};
    workshop.write(u"versions.map"_s, "ONE_1 { global: answer; };\nONE_2 { } ONE_1;\n");
    const QStringList versioned{u"-shared"_s, u"-Wl,-soname,libone.so"_s, u"-Wl,--version-script=versions.map"_s};
    seeds.add(u"fuzz_elf"_s, workshop.compiled(u"gcc"_s, Source, bare + versioned));
    seeds.add(u"fuzz_elf"_s, workshop.compiled(u"gcc"_s, Source, bare + versioned + QStringList{u"-m32"_s}));
    seeds.add(u"fuzz_elf"_s,
              workshop.compiled(u"clang-19"_s, Source, {u"-target"_s, u"s390x-linux-gnu"_s, u"-g"_s, u"-c"_s}));
}

void addMachO(Seeds &seeds, Workshop &workshop)
{
    MachOMaker maker;
    maker.addName(0xc, "/usr/lib/libSystem.B.dylib");
    maker.addName(0x80000018, "@rpath/libone.dylib");
    maker.addLibraryUse("libtwo.dylib", 1);
    maker.addName(0xd, "@rpath/self.dylib");
    maker.addName(0x8000001c, "@loader_path/../lib");
    maker.addNumbers(0x32, {1, 0x000b0000, 0x000e0201, 0});
    maker.addNumbers(0x2, {1000, 10, 2000, 300});
    maker.addNumbers(0xb, {0, 4, 4, 6});
    maker.addSegment(0, 4096);
    seeds.add(u"fuzz_macho"_s, maker.make());
    maker.certificates = "certificate";
    maker.directories = {{.hashType = 1}, {.hashType = 2, .usesLimit64 = true}};
    seeds.add(u"fuzz_macho"_s, maker.make());
    seeds.add(u"fuzz_macho"_s, MachOMaker::fat({maker.make()}, {0x0100000c}));
    seeds.add(u"fuzz_macho"_s, MachOMaker::fat({maker.make(), maker.make()}, {0x0100000c, 0x01000007}, true));
    MachOMaker small{.is64 = false, .isBigEndian = true, .cpu = 18};
    small.addName(0xc, "libone.dylib");
    small.addSegment(0, 4096);
    small.directories = {{}};
    seeds.add(u"fuzz_macho"_s, small.make());
    seeds.add(u"fuzz_macho"_s,
              workshop.compiled(u"clang-19"_s, Source, {u"-target"_s, u"arm64-apple-macos11"_s, u"-c"_s}));
}

void addPe(Seeds &seeds, Workshop &workshop)
{
    for (const int kind : {0, 1, 2, 3}) {
        PeMaker maker{.isPlus = (kind & 1) != 0, .hasAbsoluteDelayImports = (kind & 2) != 0};
        maker.imports = {"KERNEL32.dll", "onnxruntime.dll"};
        maker.delayImports = {"dxcore.dll", "D3D12.dll"};
        maker.certificateAt = 512;
        maker.certificateSize = 64;
        seeds.add(u"fuzz_pe"_s, maker.make());
    }
    const QByteArray source =
        "__declspec(dllimport) void ExitProcess(unsigned);\nvoid start(void) { ExitProcess(0); }\n";
    seeds.add(u"fuzz_pe"_s,
              workshop.compiled(u"x86_64-w64-mingw32-gcc"_s, source,
                                {u"-nostdlib"_s, u"-g"_s, u"-Wl,-e,start"_s, u"-lkernel32"_s}));
}

/// A small archive of every kind, with a program, links and a script in it.
void addArchives(Seeds &seeds)
{
    const QTemporaryDir dir;
    QProcess shell;
    shell.setWorkingDirectory(dir.path());
    shell.start(u"bash"_s, {u"-ec"_s, uR"sh(
        mkdir -p top/lib
        printf '#!/bin/sh\nDIR="$(cd "$(dirname "$0")" && pwd)"\nexport LD_LIBRARY_PATH="$DIR/lib"\nexec "$DIR/.main" "$@"\n' >top/main
        chmod +x top/main
        printf 'int one(void) { return 1; }' >one.c
        gcc -nostdlib -shared -fPIC -s -Wl,-soname,libone.so.1 -Wl,-z,max-page-size=512 -o top/lib/libone.so.1 one.c
        printf 'int one(void); int _start(void) { return one(); }' >main.c
        gcc -nostdlib -s -Wl,-z,max-page-size=512 -o top/.main main.c top/lib/libone.so.1 '-Wl,-rpath,$ORIGIN/lib'
        ln -s libone.so.1 top/lib/libone.so; ln top/main top/again; echo /nix/store/00000000000000000000000000000000-x >top/README.md
        tar -cf a.tar top; tar --format=pax -cf b.tar top; tar -S --format=gnu -cf c.tar top/README.md top/main
        for with in xz gzip zstd bzip2; do $with -kc <a.tar >a.tar.$with; done
        for with in lz4 lzip lzma Z; do bsdtar -c --${with/Z/compress} -f a.tar.$with top; done
        zip -qr a.zip top; zip -qry0 b.zip top; zip -q -e -P secret c.zip top/README.md
        cat a.tar.xz a.tar.xz >twice.tar.xz; head -c 3000 a.tar >cut.tar
        cat top/.main a.zip >behind; (echo '#!/bin/sh'; cat b.zip) >script; zip -qA script
        rm -r top one.c main.c)sh"_s});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        qFatal("no archives: %s", shell.readAllStandardError().constData());
    const QDir folder(dir.path());
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.add(u"fuzz_scan"_s, file.readAll());
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        qFatal("fuzz_seeds needs a folder");
    Seeds seeds{QDir(QString::fromLocal8Bit(argv[1]))};
    Workshop workshop;
    addElf(seeds, workshop);
    addMachO(seeds, workshop);
    addPe(seeds, workshop);
    addArchives(seeds);
    addChangelogs(seeds);
    addWorkflows(seeds);
    addAnswers(seeds);
    return 0;
}
