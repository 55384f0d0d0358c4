// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/findingcatalog.h"
#include "app/archive/inspection.h"
#include "tests/app/archive/archivemaker.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

using Os = PortabilityTarget::Os;

/// What every script below begins with. Released binaries are named by patterns, so that a newer version needs no edit.
const QString prelude = uR"sh(
umask 022
B=$UNMOOR_BINARIES
onnx=$(echo $B/onnxruntime-node-*/package/bin/napi-v3)
store=/nix/store/0123456789abcdfghijklmnpqrsvwxyz
reproducible() { tar --sort=name --mtime=@1 --owner=0 --group=0 --numeric-owner "$@"; }
# Writes zeros over a part of FILE at OFFSET, which leaves its size.
damage() { dd if=/dev/zero of="$1" bs=1 seek="$2" count=64 conv=notrunc status=none; }
)sh"_s;

/// A release as it should be. The script leaves it in "top".
struct Tree
{
    QString name;
    PortabilityTarget target;
    QString script;
    QSet<QString> codes = {}; ///< what is truly to be said of it
};

const QList<Tree> &trees()
{
    static const QList<Tree> all{
        {.name = u"linux"_s,
         .target = {.os = Os::Linux,
                    .machine = u"aarch64"_s,
                    .triple = u"aarch64-unknown-linux-gnu"_s,
                    .glibcFloor = u"2.35"_s},
         .script = uR"sh(
mkdir -p top/lib
cp $B/lightningcss-cli-linux-arm64-gnu-*/package/lightningcss top/main
cp $onnx/linux/arm64/libonnxruntime.so.1.14.0 top/lib/
ln -s libonnxruntime.so.1.14.0 top/lib/libonnxruntime.so.1
patchelf --add-needed libonnxruntime.so.1.14.0 --set-rpath '$ORIGIN/lib' top/main)sh"_s},
        {.name = u"native"_s,
         .target = {.os = Os::Linux,
                    .machine = u"x86-64"_s,
                    .triple = u"x86_64-unknown-linux-gnu"_s,
                    .glibcFloor = u"2.35"_s},
         .script = uR"sh(
mkdir -p top/lib
echo 'int answer(void) { return 42; }' >answer.c
echo '#include <stdio.h>
int answer(void);
int main(void) { return printf("%d\n", answer()) < 0; }' >main.c
gcc -O1 -s -shared -fPIC -Wl,-soname,libanswer.so.1 -o top/lib/libanswer.so.1 answer.c
gcc -O1 -s -fPIE -pie -Wl,-z,relro,-rpath,'$ORIGIN/lib' -o top/main main.c top/lib/libanswer.so.1)sh"_s},
        {.name = u"macos"_s,
         .target =
             {.os = Os::MacOs, .machine = u"aarch64"_s, .triple = u"aarch64-apple-darwin"_s, .macOsFloor = u"11.0"_s},
         .script = uR"sh(
mkdir -p top/plugins/sharp-darwin-arm64/lib top/plugins/sharp-libvips-darwin-arm64/lib
cp $B/lightningcss-cli-darwin-arm64-*/package/lightningcss top/main
cp $B/img-sharp-darwin-arm64-*/package/lib/sharp-darwin-arm64.node top/plugins/sharp-darwin-arm64/lib/
cp $B/img-sharp-libvips-darwin-arm64-*/package/lib/libvips-cpp.42.dylib \
    top/plugins/sharp-libvips-darwin-arm64/lib/)sh"_s,
         .codes = {u"macho-adhoc"_s}},
        {.name = u"intel mac"_s,
         .target =
             {.os = Os::MacOs, .machine = u"x86-64"_s, .triple = u"x86_64-apple-darwin"_s, .macOsFloor = u"14.0"_s},
         .script = uR"sh(
mkdir -p top/lib
cp $B/lightningcss-cli-darwin-x64-*/package/lightningcss top/.main-bin
cp $onnx/darwin/x64/libonnxruntime.1.14.0.dylib top/lib/
cat >top/main <<'END'
#!/bin/sh
DIR=$(cd "$(dirname "$0")" && pwd -P)
export ORT_DYLIB_PATH="$DIR/lib/libonnxruntime.1.14.0.dylib"
exec "$DIR/.main-bin" "$@"
END
chmod 755 top/main)sh"_s,
         // Intel Macs run what has no signature; the library comes with its symbols.
         .codes = {u"macho-unsigned"_s, u"not-stripped"_s}},
        {.name = u"windows"_s,
         .target = {.os = Os::Windows, .machine = u"x86-64"_s, .triple = u"x86_64-pc-windows-gnu"_s},
         .script = uR"sh(
mkdir top
cp $B/esbuild-win32-x64-*/package/esbuild.exe top/main.exe
cp $B/img-sharp-win32-x64-*/package/lib/{libvips-42.dll,libvips-cpp.dll,sharp-win32-x64.node} top/)sh"_s},
    };
    return all;
}

const Tree &treeOf(const QString &name)
{
    return *std::ranges::find(trees(), name, &Tree::name);
}

/// A defect that a script plants in a good tree, and what has to be said of it. Where the script packs no archive.tar,
/// archive.tar.xz, archive.zip or archive.msi itself, "top" is packed.
struct Row
{
    QByteArray name;
    QStringList codes; ///< each as often as it has to come
    QString tree;
    QString script;
    std::function<void(InspectionRules &rules)> change = {};
};

const QList<Row> &rows()
{
    static const auto entries = [](qint64 most) {
        return [most](InspectionRules &rules) { rules.limits.entries = most; };
    };
    static const auto glibc = [](const QString &floor) {
        return [floor](InspectionRules &rules) { rules.target->glibcFloor = floor; };
    };
    static const QList<Row> all{
        // The archive itself
        {"cut short", {u"stream-truncated"_s}, u"linux"_s, uR"sh(
reproducible -c top | xz -0 >archive.tar.xz
truncate -s $(($(stat -c %s archive.tar.xz) * 6 / 10)) archive.tar.xz)sh"_s},
        {"cut short between program and library", {u"stream-truncated"_s}, u"native"_s, uR"sh(
reproducible --no-recursion -cf archive.tar top top/main top/lib top/lib/libanswer.so.1
truncate -s $((1536 + ($(stat -c %s top/main) + 511) / 512 * 512)) archive.tar)sh"_s},
        {"damaged", {u"stream-corrupt"_s}, u"linux"_s, uR"sh(
reproducible -c top | xz -0 >archive.tar.xz
damage archive.tar.xz 3000000)sh"_s},
        {"damaged gzip", {u"stream-corrupt"_s}, u"native"_s, uR"sh(
reproducible -c top | gzip >archive.tar.gz
damage archive.tar.gz $(($(stat -c %s archive.tar.gz) / 2)))sh"_s},
        {"called like another kind", {u"wrong-extension"_s}, u"native"_s, uR"sh(
reproducible -c top | gzip >archive.tar.xz)sh"_s},
        {"an installer",
         {u"not-judged"_s},
         u"windows"_s,
         uR"sh(
{ printf '\320\317\021\340\241\261\032\341'; head -c 4096 top/main.exe; } >archive.msi)sh"_s,
         [](InspectionRules &rules) { rules.layout.reset(); }},
        {"checksum of another file",
         {u"checksum-mismatch"_s},
         u"native"_s,
         uR"(echo "$(sha256sum <top/main | cut -c-64)  archive.tar" >archive.tar.sha256)"_s},
        {"changed member of a zip", {u"member-crc"_s}, u"windows"_s, uR"sh(
zip -q0r archive.zip top
damage archive.zip 2000000)sh"_s},
        {"locked member of a zip", {u"member-encrypted"_s}, u"windows"_s, uR"sh(
zip -q0r archive.zip top -x top/README.md
zip -q -P secret archive.zip top/README.md)sh"_s},
        {"locked library of a zip", {u"member-encrypted"_s}, u"windows"_s, uR"sh(
zip -q0r archive.zip top -x top/libvips-42.dll
zip -q0 -P secret archive.zip top/libvips-42.dll)sh"_s},
        {"too many entries", {u"limit-reached"_s}, u"native"_s, {}, entries(3)},
        {"limit between program and library",
         {u"limit-reached"_s},
         u"native"_s,
         u"reproducible --no-recursion -cf archive.tar top top/main top/lib top/lib/libanswer.so.1"_s,
         entries(3)},
        {"limit between library and program",
         {u"limit-reached"_s},
         u"native"_s,
         u"reproducible --no-recursion -cf archive.tar top top/lib top/lib/libanswer.so.1 top/main"_s,
         entries(3)},
        {"limit between addon and library",
         {u"limit-reached"_s},
         u"macos"_s,
         u"reproducible -cf archive.tar top/main top/plugins/sharp-darwin-arm64 top/plugins/sharp-libvips-darwin-arm64"_s,
         entries(4)},
        {"limit between addon and DLLs",
         {u"limit-reached"_s},
         u"windows"_s,
         u"reproducible -cf archive.tar top/main.exe top/sharp-win32-x64.node top/libvips-42.dll top/libvips-cpp.dll"_s,
         entries(2)},

        // Single entries
        {"up and away", {u"path-escapes"_s}, u"native"_s, uR"sh(
echo x >top/evil
reproducible -P --transform='s,^top/evil,../evil,' -cf archive.tar top)sh"_s},
        {"absolute name", {u"path-escapes"_s}, u"native"_s, uR"sh(
echo x >top/evil
reproducible -P --transform='s,^top/evil,/tmp/evil,' -cf archive.tar top)sh"_s},
        {"link to the store", {u"symlink-escapes"_s}, u"linux"_s, u"ln -s $store-dict/share/dict top/dict"_s},
        {"link up and away", {u"symlink-escapes"_s}, u"native"_s, u"ln -s ../../etc/hosts top/hosts"_s},
        {"link to nothing",
         {u"symlink-dangling"_s},
         u"linux"_s,
         u"ln -s libonnxruntime.so.9 top/lib/libonnxruntime.so"_s},
        {"appended again", {u"duplicate-entry"_s}, u"native"_s, uR"sh(
reproducible -cf archive.tar top
echo changed >top/README.md
reproducible -rf archive.tar top/README.md)sh"_s},
        {"upper and lower case", {u"case-collision"_s}, u"macos"_s, u"cp top/README.md top/ReadMe.md"_s},
        {"turned around", {u"unprintable-name"_s}, u"windows"_s, uR"(cp top/README.md $'top/a\xe2\x80\xaeexe.md')"_s},
        {"pipe", {u"special-file"_s}, u"native"_s, u"mkfifo top/pipe"_s},
        {"set-user-id", {u"setuid"_s}, u"native"_s, u"chmod u+s top/main"_s},
        {"writable by all", {u"world-writable"_s}, u"macos"_s, u"chmod o+w top/main"_s},
        {"no executable bit", {u"not-executable"_s}, u"linux"_s, u"chmod a-x top/main"_s},
        {"no executable bit, and not in the layout", {u"not-executable"_s}, u"macos"_s, uR"sh(
cp $B/esbuild-darwin-arm64-*/package/bin/esbuild top/tool
chmod a-x top/tool)sh"_s},
        {"shebang of the store", {u"interpreter-line"_s}, u"linux"_s, uR"sh(
printf '#!%s/bin/bash\nexit 0\n' $store-bash-5.2 >top/start
chmod 755 top/start)sh"_s},
        {"relative shebang", {u"interpreter-line"_s}, u"macos"_s, uR"sh(
printf '#!python3\n' >top/start
chmod 755 top/start)sh"_s},
        {"store path in a text",
         {u"store-path-in-data"_s},
         u"linux"_s,
         u"echo \"tz = $store-tzdata-2025b/share/zoneinfo\" >top/settings.ini"_s},
        {"store path in a program",
         {u"store-path-in-data"_s},
         u"linux"_s,
         uR"(printf '\0%s/share/zoneinfo\0' $store-tzdata-2025b >>top/main)"_s},
        {"folder that no one can go into", {u"unreadable-entry"_s}, u"native"_s, uR"sh(
reproducible --no-recursion -cf archive.tar top
reproducible --no-recursion --mode=a-x -rf archive.tar top/lib
reproducible -rf archive.tar top/lib/libanswer.so.1 top/main top/README.md top/LICENSE)sh"_s},
        {"file for its owner alone", {u"owner-only"_s}, u"native"_s, u"chmod 600 top/README.md"_s},
        {"name of a device", {u"windows-name"_s}, u"windows"_s, u"cp top/README.md top/aux.md"_s},
        {"link for Windows", {u"windows-link"_s}, u"windows"_s, u"ln -s README.md top/latest.md"_s},
        {"backslashes in a zip", {u"backslash-name"_s}, u"windows"_s, uR"sh(
rm top/*.dll top/*.node
zip -q0rD archive.zip top
# As a program of DOS makes it (the byte behind the version), with its separator.
perl -0777 -pi -e 's/(PK\x01\x02.)\x03/$1\0/gs; s{top/(README.md|LICENSE|main.exe)}{top\\$1}g' archive.zip)sh"_s},
        {"left by macOS", {u"macos-litter"_s}, u"macos"_s, uR"(printf '\0\5\26\7\0\2\0\0' >top/._main)"_s},
        {"archive in the archive",
         {u"nested-archive"_s},
         u"native"_s,
         u"reproducible -czf top/more.tar.gz top/README.md"_s},

        // What is no program
        {"answer of a server",
         {u"not-a-program"_s},
         u"linux"_s,
         u"printf 'Not Found' >top/server; chmod 755 top/server"_s},
        {"library that a zip made of a link",
         {u"link-flattened"_s},
         u"linux"_s,
         u"rm top/lib/libonnxruntime.so.1; printf libonnxruntime.so.1.14.0 >top/lib/libonnxruntime.so.1"_s},
        {"library that was not fetched", {u"lfs-pointer"_s}, u"windows"_s, uR"sh(
printf 'version https://git-lfs.github.com/spec/v1\noid sha256:%064d\nsize 5\n' 1 >top/model.dll)sh"_s},
        {"launcher into the store", {u"runs-from-store"_s}, u"linux"_s, uR"sh(
printf '#!/bin/sh\nexec %s/bin/demo "$@"\n' $store-demo-1.0 >top/start
chmod 755 top/start)sh"_s},
        {"compiled wrapper into the store", {u"runs-from-store"_s}, u"native"_s, uR"sh(
echo "#include <unistd.h>
int main(int n, char **a) { (void)n; return execv(\"$store-tool-1.0/bin/.tool-wrapped\", a); }" >tool.c
gcc -O1 -s -fPIE -pie -o top/tool tool.c)sh"_s},

        // The layout
        {"other top folder",
         {u"wrong-top-folder"_s},
         u"native"_s,
         u"mv top other; reproducible -cf archive.tar other"_s},
        {"no top folder", {u"wrong-top-folder"_s}, u"windows"_s, u"cd top; zip -q0r ../archive.zip ."_s},
        {"missing", {u"missing-entry"_s}, u"linux"_s, u"rm top/LICENSE"_s},
        {"left over",
         {u"unexpected-entry"_s},
         u"native"_s,
         u"echo x >top/build.log"_s,
         [](InspectionRules &rules) { rules.layout->allow = {u"lib/*"_s}; }},

        // What makes archives larger, or different each time
        {"copy of a library", {u"identical-content"_s}, u"linux"_s, uR"sh(
rm top/lib/libonnxruntime.so.1
cp top/lib/libonnxruntime.so.1.14.0 top/lib/libonnxruntime.so.1)sh"_s},
        {"owner", {u"owner-not-root"_s}, u"native"_s, u"reproducible --owner=1000 --group=100 -cf archive.tar top"_s},
        {"times", {u"mtime-not-fixed"_s}, u"native"_s, uR"sh(
touch -d 2025-01-01 top/main
tar --owner=0 --group=0 -cf archive.tar top)sh"_s},

        // Programs of any system
        {"program of Windows",
         {u"wrong-format"_s},
         u"linux"_s,
         u"cp $B/esbuild-win32-x64-*/package/esbuild.exe top/tool.exe"_s},
        {"program of Linux for macOS",
         {u"wrong-format"_s},
         u"macos"_s,
         u"cp $B/lightningcss-cli-linux-arm64-gnu-*/package/lightningcss top/main"_s},
        {"program of macOS for Windows",
         {u"wrong-format"_s},
         u"windows"_s,
         u"cp $B/esbuild-darwin-x64-*/package/bin/esbuild top/tool"_s},
        {"library of another processor",
         {u"wrong-machine"_s},
         u"linux"_s,
         u"cp $onnx/linux/x64/libonnxruntime.so.1.14.0 top/lib/"_s},
        {"Intel program for Apple silicon",
         {u"wrong-machine"_s},
         u"macos"_s,
         u"cp $B/lightningcss-cli-darwin-x64-*/package/lightningcss top/main"_s},
        {"32-bit program for Windows",
         {u"wrong-machine"_s},
         u"windows"_s,
         u"cp $B/esbuild-win32-ia32-*/package/esbuild.exe top/main.exe"_s},
        {"half a library",
         {u"binary-truncated"_s},
         u"linux"_s,
         u"truncate -s 8000000 top/lib/libonnxruntime.so.1.14.0"_s},
        {"half a dylib",
         {u"binary-truncated"_s},
         u"macos"_s,
         u"truncate -s 8000000 top/plugins/sharp-libvips-darwin-arm64/lib/libvips-cpp.42.dylib"_s},
        {"half a DLL", {u"binary-truncated"_s}, u"windows"_s, u"truncate -s 8000000 top/libvips-42.dll"_s},

        // Linux
        {"glibc of 2021 on a system of 2020", {u"glibc-too-new"_s}, u"native"_s, {}, glibc(u"2.31"_s)},
        {"libstdc++ of 2023", {u"glibcxx-too-new"_s}, u"native"_s, uR"sh(
printf '#include <iostream>\nint main() { std::cout << 42; }\n' >tool.cpp
g++ -O1 -s -fPIE -pie -o top/tool tool.cpp)sh"_s},
        {"relative loader",
         {u"interpreter-relative"_s},
         u"linux"_s,
         u"patchelf --set-interpreter lib/ld-linux-aarch64.so.1 top/main"_s},
        {"loader in the store",
         {u"interpreter-in-store"_s},
         u"linux"_s,
         u"patchelf --set-interpreter $store-glibc-2.40/lib/ld-linux-aarch64.so.1 top/main"_s},
        {"loader of another place",
         {u"interpreter-missing"_s},
         u"linux"_s,
         u"patchelf --set-interpreter /opt/glibc/lib/ld-linux-aarch64.so.1 top/main"_s},
        {"RUNPATH in the store",
         {u"runpath-in-store"_s},
         u"linux"_s,
         u"patchelf --set-rpath \"\\$ORIGIN/lib:$store-gcc-14-lib/lib\" top/main"_s},
        {"relative RUNPATH", {u"runpath-unsafe"_s}, u"linux"_s, u"patchelf --set-rpath '$ORIGIN/lib:lib' top/main"_s},
        {"RUNPATH of the build folder",
         {u"runpath-unsafe"_s},
         u"linux"_s,
         u"patchelf --set-rpath '$ORIGIN:/build/source/lib' top/lib/libonnxruntime.so.1.14.0"_s},
        {"library left out", {u"needed-unresolved"_s}, u"linux"_s, u"rm -r top/lib"_s},
        {"library in a folder where no one looks",
         {u"library-unreachable"_s},
         u"linux"_s,
         u"patchelf --remove-rpath top/main"_s},
        {"library that nothing needs",
         {u"library-unused"_s},
         u"linux"_s,
         u"patchelf --remove-needed libonnxruntime.so.1.14.0 top/main"_s},
        {"C library without its loader",
         {u"loader-mismatch"_s},
         u"native"_s,
         u"cp \"$(gcc -print-file-name=libc.so.6)\" top/lib/"_s},
        {"exported library path with a C library", {u"library-path-leaks"_s}, u"native"_s, uR"sh(
cp "$(gcc -print-file-name=libc.so.6)" "$(gcc -print-file-name=ld-linux-x86-64.so.2)" top/lib/
chmod 755 top/lib/ld-linux-x86-64.so.2
mv top/main top/.main-bin
cat >top/main <<'END'
#!/bin/sh
DIR=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$DIR/lib"
exec "$DIR/lib/ld-linux-x86-64.so.2" "$DIR/.main-bin" "$@"
END
chmod 755 top/main)sh"_s},
        {"program of musl",
         {u"musl-loader"_s},
         u"native"_s,
         u"echo 'void _start(void) { for (;;) { } }' >tool.c; gcc -O1 -s -nostdlib -fPIE -pie -Wl,-z,relro,"
         "-dynamic-linker,/lib/ld-musl-x86_64.so.1 -o top/tool tool.c"_s,
         [](InspectionRules &rules) { rules.target.reset(); }},
        {"executable stack",
         {u"weak-hardening"_s},
         u"native"_s,
         u"gcc -s -shared -fPIC -Wl,-z,execstack,-soname,libanswer.so.1 -o top/lib/libanswer.so.1 ../native/answer.c"_s},
        {"no PIE",
         {u"weak-hardening"_s},
         u"native"_s,
         u"gcc -s -no-pie -Wl,-rpath,'$ORIGIN/lib' -o top/main ../native/main.c top/lib/libanswer.so.1"_s},
        {"symbols", {u"not-stripped"_s}, u"native"_s, uR"sh(
cp ../native/main.c big.c
for i in $(seq 3000); do echo "int a_function_that_no_one_calls_$i(void) { return $i; }"; done >>big.c
gcc -fPIE -pie -Wl,-rpath,'$ORIGIN/lib' -o top/main big.c top/lib/libanswer.so.1)sh"_s},

        // macOS
        {"load command of the store",
         {u"macho-load-path"_s},
         u"intel mac"_s,
         u"llvm-install-name-tool-19 -change /usr/lib/libiconv.2.dylib $store-libiconv/lib/libiconv.2.dylib top/.main-bin"_s},
        {"install name of the build folder", {u"macho-install-name"_s}, u"macos"_s, uR"sh(
mkdir top/lib
cp $B/swc-core-darwin-arm64-*/package/swc.darwin-arm64.node top/lib/libswc.dylib
echo 'main opens lib/libswc.dylib' >>top/README.md)sh"_s},
        {"dylib left out",
         {u"macho-rpath-unresolved"_s},
         u"macos"_s,
         u"rm -r top/plugins/sharp-libvips-darwin-arm64"_s},
        {"newer macOS",
         {u"macho-minos"_s},
         u"intel mac"_s,
         {},
         [](InspectionRules &rules) { rules.target->macOsFloor = u"12.0"_s; }},
        {"changed after it was signed", {u"macho-unsigned"_s}, u"macos"_s, u"damage top/main 3000000"_s},
        {"edited by a tool that signs anew",
         {},
         u"macos"_s,
         u"llvm-install-name-tool-19 -delete_rpath @loader_path/../../../node_modules/@img/"
         "sharp-libvips-darwin-arm64/lib top/plugins/sharp-darwin-arm64/lib/sharp-darwin-arm64.node"_s},
        {"signed by no one",
         {u"macho-adhoc"_s},
         u"intel mac"_s,
         u"cp $B/esbuild-darwin-arm64-*/package/bin/esbuild top/tool"_s,
         [](InspectionRules &rules) { rules.target->machine.clear(); }},

        // Windows
        {"DLL left out", {u"pe-import-unresolved"_s}, u"windows"_s, u"rm top/libvips-42.dll"_s},
        {"Visual C++ runtime",
         {u"pe-vc-runtime"_s},
         u"windows"_s,
         u"cp $B/lightningcss-cli-win32-x64-msvc-*/package/lightningcss.exe top/"_s},
        {"DLL in another folder",
         {u"pe-dll-not-beside"_s},
         u"windows"_s,
         u"mkdir top/lib; mv top/libvips-42.dll top/lib/"_s},
        {"DLL at first use",
         {u"pe-delay-unresolved"_s},
         u"windows"_s, // all addons load node.exe so
         u"sed -i s/node\\.exe/late.dll/g top/sharp-win32-x64.node"_s},
    };
    return all;
}

/// Minne's packaging as its release.nix has it: programs with a relative loader behind launchers that export
/// a library path, each library once for each of its names, and store paths where no one reset them.
const QString minneAsItIs = uR"sh(
top=main-x86_64-linux
mkdir -p $top/lib
for name in main server worker; do
    sed "s/%d/$name %d/" ../native/main.c >$name.c
    gcc -O1 -fPIE -pie -o $top/.$name-bin $name.c ../native/top/lib/libanswer.so.1
    patchelf --set-interpreter lib/ld-linux-x86-64.so.2 $top/.$name-bin
    cat >$top/$name <<END
#!/bin/sh
DIR="\$(cd "\$(dirname "\$0")" && pwd)"
export LD_LIBRARY_PATH="\$DIR/lib\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}"
export ORT_DYLIB_PATH="\$DIR/lib/libonnxruntime.so"
exec "\$DIR/.$name-bin" "\$@"
END
    chmod 755 $top/$name
done
for name in libc.so.6 libm.so.6 ld-linux-x86-64.so.2 libstdc++.so.6 libgcc_s.so.1; do
    cp -L "$(gcc -print-file-name=$name)" $top/lib/
done
chmod 755 $top/lib/ld-linux-x86-64.so.2
cp ../native/top/lib/libanswer.so.1 $top/lib/
patchelf --set-rpath $store-answer/lib $top/lib/libanswer.so.1
for name in libonnxruntime.so libonnxruntime.so.1 libonnxruntime.so.1.14.0; do
    cp $onnx/linux/x64/libonnxruntime.so.1.14.0 $top/lib/$name
done
touch -d 2025-01-01 $top/lib/libc.so.6
tar --owner=builder:1000 --group=users:100 -cf archive.tar $top)sh"_s;

/// The same with what the findings ask for.
const QString minneRepaired = uR"sh(
rm archive.tar
top=main-x86_64-linux
for name in main server worker; do
    patchelf --set-interpreter /lib64/ld-linux-x86-64.so.2 --set-rpath '$ORIGIN/lib' $top/.$name-bin
    strip $top/.$name-bin
    cat >$top/$name <<END
#!/bin/sh
DIR="\$(dirname "\$(readlink -f "\$0")")"
export ORT_DYLIB_PATH="\$DIR/lib/libonnxruntime.so"
exec "\$DIR/lib/ld-linux-x86-64.so.2" --library-path "\$DIR/lib" --argv0 "\$0" "\$DIR/.$name-bin" "\$@"
END
done
patchelf --set-rpath '$ORIGIN' $top/lib/libanswer.so.1
ln -sf libonnxruntime.so.1.14.0 $top/lib/libonnxruntime.so
ln -sf libonnxruntime.so.1.14.0 $top/lib/libonnxruntime.so.1
reproducible -cf archive.tar $top)sh"_s;

QString told(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(
            u"%1 %2 %3: %4"_s.arg(severityName(finding.severity), finding.code, finding.path, finding.message));
    return u'\n' + lines.join(u'\n');
}

QStringList codesOf(const QList<Finding> &findings, const QSet<QString> &without = {})
{
    QStringList codes;
    for (const Finding &finding : findings) {
        if (!without.contains(finding.code))
            codes.append(finding.code);
    }
    codes.sort();
    return codes;
}

} // namespace

/// Archives of released programs and of what a compiler makes here: a good one of each system has nothing to be said
/// of it, and one with a defect just that.
class RealArchivesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    /// Runs \a script in \a folder of the test's own.
    bool run(const QString &folder, const QString &script) const
    {
        return QDir(m_dir.path()).mkpath(folder)
            && runIn(m_dir.filePath(folder), u"bash"_s, {u"-euc"_s, prelude + script});
    }

    /// A fresh folder "work" with a copy of the tree.
    bool copyTree(const QString &tree) const
    {
        return run(u"."_s, u"rm -rf work; mkdir work; cp -a '%1/top' work/"_s.arg(tree));
    }

    /// The archive in "work".
    QString archive() const
    {
        const QStringList found =
            QDir(m_dir.filePath(u"work"_s))
                .entryList({u"archive.tar"_s, u"archive.tar.?z"_s, u"archive.zip"_s, u"archive.msi"_s});
        return found.isEmpty() ? QString() : m_dir.filePath(u"work/"_s + found.first());
    }

    static InspectionRules rulesFor(const Tree &tree)
    {
        const QString program = tree.target.os == Os::Windows ? u"main.exe"_s : u"main"_s;
        const bool isZip = tree.target.os == Os::Windows;
        InspectionRules rules{.target = tree.target};
        rules.layout = ExpectedLayout{
            .root = u"top"_s,
            .files = {{.path = program, .mode = isZip ? ExpectedFile::Mode::Any : ExpectedFile::Mode::Executable},
                      {.path = u"README.md"_s},
                      {.path = u"LICENSE"_s}},
            .allow = {u"**"_s}};
        return rules;
    }

    QList<Finding> inspect(const InspectionRules &rules) const
    {
        const auto inspection = inspectArchive(archive(), rules);
        if (!inspection)
            return {{.code = inspection.error().message}};
        return inspection->report.findings;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const Tree &tree : trees())
            QVERIFY(run(tree.name,
                        tree.script
                            + u"\necho 'How to start it: main' >top/README.md; echo 'Use it freely.' >top/LICENSE"_s));
    }

    void aGoodArchiveGivesNoAlarm_data()
    {
        QTest::addColumn<QString>("tree");
        QTest::addColumn<QString>("script");
        for (const Tree &tree : trees()) {
            const QString sum = u"; sha256sum %1 >%1.sha256"_s;
            QTest::addRow("%s, tar.xz", qPrintable(tree.name))
                << tree.name << u"reproducible -c top | xz -0 -T2 >archive.tar.xz"_s + sum.arg(u"archive.tar.xz"_s);
            QTest::addRow("%s, zip", qPrintable(tree.name))
                << tree.name
                << u"find top -exec touch -h -d @1000000000 {} +; zip -q0rX -y archive.zip top"_s
                    + sum.arg(u"archive.zip"_s);
        }
    }

    void aGoodArchiveGivesNoAlarm()
    {
        QFETCH(QString, tree);
        QFETCH(QString, script);
        QVERIFY(copyTree(tree) && run(u"work"_s, script));
        const QList<Finding> findings = inspect(rulesFor(treeOf(tree)));
        const QStringList codes = codesOf(findings);
        QVERIFY2(QSet(codes.begin(), codes.end()) == treeOf(tree).codes, qPrintable(told(findings)));
        QVERIFY(
            std::ranges::none_of(findings, [](const Finding &finding) { return finding.severity != Severity::Info; }));
    }

    void aDefectIsToldOnceAndAlone_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < rows().size(); ++i)
            QTest::newRow(rows().at(i).name.constData()) << i;
    }

    void aDefectIsToldOnceAndAlone()
    {
        QFETCH(int, index);
        const Row &row = rows().at(index);
        const Tree &tree = treeOf(row.tree);
        QVERIFY(copyTree(row.tree) && run(u"work"_s, row.script));
        if (archive().isEmpty())
            QVERIFY(run(u"work"_s, u"reproducible -cf archive.tar top"_s));
        InspectionRules rules = rulesFor(tree);
        if (row.change)
            row.change(rules);

        const QList<Finding> findings = inspect(rules);

        // What is planted may be what a good tree has as an info, elsewhere.
        QSet<QString> before = tree.codes;
        QStringList expected = row.codes;
        expected.sort();
        before -= QSet(expected.begin(), expected.end());
        QVERIFY2(codesOf(findings, before) == expected, qPrintable(told(findings)));
        for (const Finding &finding : findings) {
            QVERIFY2(findingKind(finding.code), qPrintable(finding.code));
            QVERIFY(!finding.message.isEmpty() && !finding.hint.isEmpty());
        }
    }

    void thePackagingDefectsOfMinneAreTold()
    {
        QVERIFY(run(u"."_s, u"rm -rf work; mkdir work"_s) && run(u"work"_s, minneAsItIs));
        const InspectionRules rules{.target = treeOf(u"native"_s).target};

        const QList<Finding> findings = inspect(rules);

        const QStringList expected{u"identical-content"_s,    u"interpreter-relative"_s, u"interpreter-relative"_s,
                                   u"interpreter-relative"_s, u"library-path-leaks"_s,   u"library-path-leaks"_s,
                                   u"library-path-leaks"_s,   u"mtime-not-fixed"_s,      u"owner-not-root"_s,
                                   u"runpath-in-store"_s};
        QVERIFY2(codesOf(findings) == expected, qPrintable(told(findings)));

        QVERIFY(run(u"work"_s, minneRepaired));
        const QList<Finding> left = inspect(rules);
        QVERIFY2(left.isEmpty(), qPrintable(told(left)));
        // What is said to be right has to run, from anywhere and through a link.
        QVERIFY(run(u"work"_s,
                    u"mkdir bin; ln -s ../main-x86_64-linux/main bin/main; link=$PWD/bin/main; cd /; "
                    "test \"$($link)\" = 'main 42'"_s));
    }

    void everyCodeOfTheCatalogueIsPlanted()
    {
        QSet<QString> planted;
        for (const Row &row : rows())
            planted += QSet(row.codes.begin(), row.codes.end());
        for (const FindingKind &kind : findingKinds())
            QVERIFY2(planted.remove(kind.code), qPrintable(kind.code));
        QCOMPARE(planted, QSet<QString>()); // nor any that is not in the catalogue
    }
};

QTEST_GUILESS_MAIN(RealArchivesTest)
#include "tst_realarchives.moc"
