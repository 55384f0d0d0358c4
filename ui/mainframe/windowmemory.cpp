// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/windowmemory.h"

#include <QDir>
#include <QHeaderView>
#include <QSplitter>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr const char *fitsItself = "fitsItself"; ///< property of what a person has not moved, as MatrixSplit

QString keyOf(const QSplitter &splitter)
{
    return u"splitters/"_s + splitter.objectName();
}

QString keyOf(const QHeaderView &header)
{
    return u"columns/"_s + header.objectName();
}

/// The widths of the columns but the last, which takes what is left.
QVariantList widthsOf(const QHeaderView &header)
{
    QVariantList widths;
    for (int section = 0; section < header.count() - 1; ++section)
        widths.append(header.sectionSize(section));
    return widths;
}

void setWidths(QHeaderView &header, const QVariantList &widths)
{
    if (widths.size() != header.count() - 1)
        return;
    for (int section = 0; section < widths.size(); ++section)
        if (const int width = widths.at(section).toInt(); width > 0 && width < QWIDGETSIZE_MAX)
            header.resizeSection(section, width);
}

template <typename Part>
QList<Part *> namedParts(const QWidget &page)
{
    QList<Part *> parts = page.findChildren<Part *>();
    parts.removeIf(
        [](const Part *part) { return part->objectName().isEmpty() || part->objectName().startsWith("qt_"_L1); });
    return parts;
}

} // namespace

WindowMemory::WindowMemory(const QString &stateDir)
    : m_settings(QDir(stateDir).filePath(u"window.ini"_s), QSettings::IniFormat)
{
}

void WindowMemory::restoreWindow(QWidget &window) const
{
    window.restoreGeometry(m_settings.value(u"geometry"_s).toByteArray());
}

void WindowMemory::keepWindow(const QWidget &window)
{
    m_settings.setValue(u"geometry"_s, window.saveGeometry());
}

void WindowMemory::restoreParts(const QWidget &page) const
{
    for (auto *splitter : namedParts<QSplitter>(page))
        if (splitter->restoreState(m_settings.value(keyOf(*splitter)).toByteArray()))
            splitter->setProperty(fitsItself, false);
    for (auto *header : namedParts<QHeaderView>(page))
        setWidths(*header, m_settings.value(keyOf(*header)).toList());
}

void WindowMemory::keepParts(const QWidget &page)
{
    for (const auto *splitter : namedParts<QSplitter>(page))
        m_settings.setValue(keyOf(*splitter),
                            splitter->property(fitsItself).toBool() ? QVariant() : splitter->saveState());
    for (const auto *header : namedParts<QHeaderView>(page))
        m_settings.setValue(keyOf(*header),
                            header->property(fitsItself).toBool() ? QVariant() : QVariant(widthsOf(*header)));
}

} // namespace unmoor
