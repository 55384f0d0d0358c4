// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/manifestedit.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace unmoor {

/// The main fields of [project] in an unmoor.toml. It shows what the text says, and says what a person types; it keeps
/// nothing itself.
class GuideForm : public QWidget
{
    Q_OBJECT
public:
    explicit GuideForm(QWidget *parent = nullptr);

    void setForm(const ManifestForm &form);
    QLineEdit *field(const QString &key) const; ///< by its key in [project]
    QComboBox *versionKind() const { return m_kind; }
    QLineEdit *versionField() const { return m_version; }
    QLineEdit *patternField() const { return m_pattern; }

Q_SIGNALS:
    void keyEdited(const QString &key, const QString &value); ///< \a value: TOML; empty: the key is to go
    void versionEdited(const unmoor::VersionSource &source);

private:
    void addField(const QString &label, const QString &key, const QString &example, bool isNeeded);
    void addVersion();
    void tellVersion();
    VersionSource versionTyped() const;

    QFormLayout *m_rows;
    QMap<QString, QLineEdit *> m_fields;
    QComboBox *m_kind;
    QLineEdit *m_version;
    QLineEdit *m_pattern;
};

} // namespace unmoor
