// SPDX-License-Identifier: GPL-3.0-or-later
// A whole inspection of a hostile file: every container, the entries' checks, programs and their libraries.
#include "app/archive/inspection.h"

#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

InspectionRules rules()
{
    return {
        .layout = ExpectedLayout{.root = u"top"_s,
                                 .files = {{.path = u"main"_s, .mode = ExpectedFile::Mode::Executable},
                                           {.path = u"lib/**"_s, .maxCount = -1}}},
        .target =
            PortabilityTarget{.machine = u"x86-64"_s, .triple = u"x86_64-unknown-linux-gnu"_s, .glibcFloor = u"2.35"_s},
        // Small, so that limits are met, too.
        .limits = {.entries = 200, .unpackedBytes = 4 << 20, .memberBytes = 64 << 10}};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const InspectionRules fixed = rules();
    static const int file = memfd_create("archive", MFD_CLOEXEC);
    if (ftruncate(file, 0) != 0 || pwrite(file, data, size, 0) != ssize_t(size))
        std::abort();
    const auto inspection = inspectArchive(u"/proc/self/fd/%1"_s.arg(file), fixed);
    if (!inspection)
        return 0;
    const ArchiveContents &contents = inspection->contents;
    if (contents.entries.size() > fixed.limits.entries || contents.bytes != qint64(size)
        || contents.sha256.size() != 64)
        std::abort();
    for (const ArchiveEntry &entry : contents.entries) {
        if (!entry.sha256.isEmpty() && entry.size > contents.unpackedBytes)
            std::abort(); // it says that it read more than it read
    }
    (void)inspectionToJson(*inspection, {}, {});
    return 0;
}
