// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/entrytext.h"

#include <QScrollArea>

class QLabel;
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
    QList<EntryFact> facts;

    bool operator==(const EntryDetails &) const = default;
};

/// The panel beside the tree: the findings of the chosen entry, then facts to select and copy. Further sections go
/// between them through addSection().
class EntryInspector : public QScrollArea
{
    Q_OBJECT
public:
    explicit EntryInspector(QWidget *parent = nullptr);
    void setDetails(const EntryDetails &details);
    /// Adds \a content under a heading, after the findings; it is the inspector's until the next setDetails().
    void addSection(const QString &heading, QWidget *content);

private:
    void clearSections();
    QWidget *factsWidget(const QList<EntryFact> &facts);

    EntryDetails m_details;
    QLabel *m_symbol;
    ElidedLabel *m_name;
    ElidedLabel *m_summary;
    QVBoxLayout *m_sections;
};

} // namespace unmoor
