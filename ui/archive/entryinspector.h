// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portability/portability.h"
#include "ui/archive/entrytext.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace unmoor {

class ElidedLabel;

/// What is known of one entry.
struct EntryDetails
{
    QString name;
    QString symbol;
    QString summary; ///< beside the name: size and mode
    QList<Finding> findings;
    QList<ResolutionStep> chain;
    std::shared_ptr<const EntryContent> content;
    qint64 size = 0;
    QString linkTarget; ///< path of the entry that a link leads to; empty: it is none, or leads outside
    QList<EntryFact> facts;

    bool operator==(const EntryDetails &) const = default;
};

/// All of \a details as Markdown, to be pasted into an issue.
QString entryAsMarkdown(const EntryDetails &details);

/// The panel beside the tree: the findings of the chosen entry, how it finds its libraries, its text, and facts to
/// select and copy.
class EntryInspector : public QScrollArea
{
    Q_OBJECT
public:
    explicit EntryInspector(QWidget *parent = nullptr);
    void setDetails(const EntryDetails &details);

Q_SIGNALS:
    void acceptRequested(const unmoor::Finding &finding);
    void withdrawRequested(const unmoor::Finding &finding);
    void entryRequested(const QString &path);

private:
    void addFindings();
    void addContent();
    void addLink();
    void addSection(const QString &heading, QWidget *content);
    void clearSections();
    QWidget *factsWidget();

    EntryDetails m_details;
    QLabel *m_symbol;
    ElidedLabel *m_name;
    ElidedLabel *m_summary;
    QPushButton *m_copy;
    QVBoxLayout *m_sections;
};

} // namespace unmoor
