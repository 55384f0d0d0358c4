// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/sampleworkflow.h"

#include "app/core/words.h"
#include "app/rehearsal/macprogram.h"
#include "app/release/fileedit.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr auto sampleMacTriple = "aarch64-apple-darwin"_L1;
constexpr int sampleJobSeconds = 42;
constexpr time_t sampleEpoch = 315532800; // as the sample's own builds have it: 1980-01-01

/// A file to pack; a folder where there is no content.
struct PackedEntry
{
    QByteArray path;
    std::optional<QByteArray> content;
    bool isProgram = false;
};

struct WriterCloser
{
    void operator()(archive *writer) const { archive_write_free(writer); }
};

la_ssize_t appendTo(archive *, void *bytes, const void *piece, size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(piece), qsizetype(size));
    return la_ssize_t(size);
}

/// \a filter: a compression of libarchive's around \a format; empty: none.
Result<QByteArray> packed(const QList<PackedEntry> &entries, const char *format, const char *filter)
{
    QByteArray bytes;
    const std::unique_ptr<archive, WriterCloser> writer(archive_write_new());
    bool isFine = archive_write_set_format_by_name(writer.get(), format) == ARCHIVE_OK
        && (QByteArrayView(filter).isEmpty() || archive_write_add_filter_by_name(writer.get(), filter) == ARCHIVE_OK)
        && archive_write_set_bytes_in_last_block(writer.get(), 1) == ARCHIVE_OK // nothing is appended to fill it
        && archive_write_open(writer.get(), &bytes, nullptr, appendTo, nullptr) == ARCHIVE_OK;
    for (const PackedEntry &entry : entries) {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> header(archive_entry_new(),
                                                                                   &archive_entry_free);
        const QByteArray content = entry.content.value_or(QByteArray());
        archive_entry_set_pathname(header.get(), entry.path.constData());
        archive_entry_set_filetype(header.get(), entry.content ? AE_IFREG : AE_IFDIR);
        archive_entry_set_perm(header.get(), entry.isProgram || !entry.content ? 0755 : 0644);
        archive_entry_set_size(header.get(), content.size());
        archive_entry_set_mtime(header.get(), sampleEpoch, 0);
        isFine = isFine && archive_write_header(writer.get(), header.get()) == ARCHIVE_OK
            && archive_write_data(writer.get(), content.constData(), size_t(content.size())) == content.size();
    }
    if (!isFine || archive_write_close(writer.get()) != ARCHIVE_OK)
        return failure(Error::Kind::Failed,
                       Words::tr("Could not make the sample's archive for Macs: %1. Rehearse again; if it stays so, "
                                 "please report it.")
                           .arg(QString::fromUtf8(archive_error_string(writer.get()))));
    return bytes;
}

Result<QByteArray> macArchive(const Project &project, const QString &name)
{
    const QByteArray top = name.toUtf8();
    const QByteArray version = project.versionText().toUtf8();
    QList<PackedEntry> entries{{.path = top + '/', .content = {}}, {.path = top + "/lib/", .content = {}}};
    for (const QString &file : {u"CHANGELOG.md"_s, u"LICENSE"_s, u"README.md"_s}) {
        const auto text = readCheckoutFile(project.checkout.root, file);
        if (!text)
            return text;
        if (!text->isNull()) // the checkout has it
            entries += {.path = top + '/' + file.toUtf8(), .content = *text};
    }
    entries += {.path = top + "/lib/libonnxruntime.dylib", .content = macLibrary("onnxruntime of the rehearsal\n")};
    for (const QByteArray program : {"main", "server", "worker"})
        entries += {.path = top + '/' + program,
                    .content = macProgram(program, program + ' ' + version + '\n'),
                    .isProgram = true};
    return packed(entries, "ustar", "xz");
}

/// As a runner writes it: each line behind its time.
QByteArray jobLog(const QString &commit, const QString &artifact, const QDateTime &begin)
{
    struct Line
    {
        int second = 0;
        QString text;
    };
    const QList<Line> lines{{0, u"This run is of a rehearsal: the stand-in for GitHub plays it, and no machine ran."_s},
                            {1, u"##[group]Run actions/checkout@v4"_s},
                            {1, u"with:"_s},
                            {1, u"  fetch-depth: 1"_s},
                            {1, u"##[endgroup]"_s},
                            {2, u"HEAD is now at %1"_s.arg(commit.first(std::min<qsizetype>(commit.size(), 7)))},
                            {3, u"##[group]Run cachix/install-nix-action@v31"_s},
                            {3, u"with:"_s},
                            {3, u"  install_options: "_s},
                            {3, u"##[endgroup]"_s},
                            {20, u"##[group]Run nix build .#minne-release"_s},
                            {20, u"\x1b[36;1mnix build .#minne-release\x1b[0m"_s},
                            {20, u"shell: /bin/bash -e {0}"_s},
                            {20, u"##[endgroup]"_s},
                            {39, u"wrote main-%1.tar.xz"_s.arg(sampleMacTriple)},
                            {40, u"##[group]Run actions/upload-artifact@v4"_s},
                            {40, u"with:"_s},
                            {40, u"  name: %1"_s.arg(artifact)},
                            {40, u"##[endgroup]"_s},
                            {41, u"Artifact %1 has been successfully uploaded!"_s.arg(artifact)}};
    QByteArray log;
    for (const Line &line : lines)
        log += begin.addSecs(line.second).toUTC().toString(u"yyyy-MM-ddThh:mm:ss.zzz0000Z"_s).toLatin1() + ' '
            + line.text.toUtf8() + '\n';
    return log;
}

} // namespace

Result<rehearsal::WorkflowPlan> sampleWorkflowPlan(const Project &project, const QDateTime &end)
{
    const QString name = u"main-"_s + sampleMacTriple;
    const auto zip = macArchive(project, name).and_then([&name](const QByteArray &archive) {
        return packed({{.path = name.toUtf8() + ".tar.xz", .content = archive}}, "zip", "");
    });
    if (!zip)
        return std::unexpected(zip.error());
    rehearsal::RunFile artifact;
    artifact.name = u"release-"_s + sampleMacTriple;
    artifact.bytes = *zip;
    rehearsal::JobPlan job;
    job.name = u"build (%1)"_s.arg(sampleMacTriple);
    job.key = u"build"_s;
    job.seconds = sampleJobSeconds;
    job.steps = {u"Set up job"_s, u"Run actions/checkout@v4"_s,        u"Run cachix/install-nix-action@v31"_s,
                 u"Build"_s,      u"Run actions/upload-artifact@v4"_s, u"Complete job"_s};
    job.log = jobLog(project.checkout.commit, artifact.name, end.addSecs(-sampleJobSeconds));
    job.files = {artifact};
    return rehearsal::WorkflowPlan{
        .path = sampleWorkflowPath, .name = u"Release"_s, .isDispatched = true, .jobs = {job}};
}

} // namespace unmoor
