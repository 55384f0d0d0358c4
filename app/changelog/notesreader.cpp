// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/notesreader.h"

#include "app/core/pool.h"

#include <chrono>

using namespace std::chrono_literals;

namespace unmoor {

namespace {

constexpr qsizetype longFile = 64 * 1024; // bytes
constexpr qsizetype longBody = 8 * 1024; // characters

} // namespace

NotesReader::NotesReader(QObject *parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, [this] { read(m_body); });
}

void NotesReader::setBase(const Changelog &changelog, const std::optional<ChangelogSection> &section,
                          const NotesContext &context)
{
    m_changelog = changelog;
    m_section = section;
    m_context = context;
    m_reader.reset();
    ++m_bases;
}

/// Whether reading takes longer than anybody would wait for at a key.
bool NotesReader::isLong() const
{
    return m_section && (m_changelog.bytes().size() > longFile || m_section->body.size() > longBody);
}

void NotesReader::read(const QString &body)
{
    if (!isLong())
        return readNow(body);
    m_soon.stop();
    m_body = body;
    readBeside();
}

void NotesReader::readNow(const QString &body)
{
    m_soon.stop();
    m_body = body;
    Q_EMIT began();
    take(work()());
}

void NotesReader::readSoon(const QString &body)
{
    m_body = body;
    if (!m_soon.isActive())
        m_soon.start();
}

std::function<NotesReader::Work()> NotesReader::work() const
{
    if (!m_section)
        return [] { return Work(); };
    return [reader = m_reader, changelog = m_changelog, section = *m_section, context = m_context, body = m_body,
            makeSent = m_makeSent] {
        Work work{.reader = reader ? reader : std::make_shared<const LiveReader>(changelog, section, context)};
        work.reading.live = work.reader->read(body);
        work.reading.sent = makeSent ? makeSent(work.reading.live.body) : work.reading.live.body;
        work.reading.characters = charactersIn(work.reading.sent);
        return work;
    };
}

void NotesReader::readBeside()
{
    Q_EMIT began();
    m_isOutdated = true;
    if (std::exchange(m_isReading, true))
        return;
    m_isOutdated = false;
    runInPool(m_pool, work()).then(this, [this, base = m_bases](const Work &work) {
        m_isReading = false;
        if (base == m_bases)
            take(work);
        if (base != m_bases || m_isOutdated)
            m_soon.start();
    });
}

void NotesReader::take(const Work &work)
{
    m_reader = work.reader;
    Q_EMIT finished(work.reading);
}

} // namespace unmoor
