// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guideform.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Kind = VersionSource::Kind;

/// Leaves the caret where a person types.
void showText(QLineEdit &field, const QString &text)
{
    if (field.text() != text)
        field.setText(text);
}

QString valueOf(const VersionSource &source)
{
    return source.kind == Kind::Eval ? source.eval : source.kind == Kind::File ? source.match.file : source.literal;
}

} // namespace

GuideForm::GuideForm(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
    , m_kind(new QComboBox)
    , m_version(new QLineEdit)
    , m_pattern(new QLineEdit)
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(theme::space::m);
    m_rows->setVerticalSpacing(theme::space::xs + 2);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(tr("&Name"), u"name"_s, {}, true);
    addField(tr("&Repository"), u"repository"_s, tr("owner/name, unless the git remote says it"), false);
    addField(tr("C&hangelog"), u"changelog"_s, u"CHANGELOG.md"_s, false);
    addVersion();
    addField(tr("&Tag"), u"tag"_s, u"v{version}"_s, false);
}

void GuideForm::addField(const QString &label, const QString &key, const QString &example, bool isNeeded)
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(example);
    field->setFont(theme::font(theme::Type::Mono));
    m_rows->addRow(label, field);
    m_fields.insert(key, field);
    connect(field, &QLineEdit::textEdited, this, [this, key, isNeeded](const QString &text) {
        Q_EMIT keyEdited(key, text.isEmpty() && !isNeeded ? QString() : tomlString(text));
    });
}

void GuideForm::addVersion()
{
    m_kind->addItem(tr("from an attribute of the flake"), int(Kind::Eval));
    m_kind->addItem(tr("out of a file"), int(Kind::File));
    m_kind->addItem(tr("as it stands here"), int(Kind::Literal));
    m_version->setFont(theme::font(theme::Type::Mono));
    m_version->setAccessibleName(tr("Where the version is, or the version itself"));
    m_pattern->setFont(theme::font(theme::Type::Mono));
    m_pattern->setPlaceholderText(u"^version = \"(.*)\""_s);
    m_rows->addRow(tr("&Version"), m_kind);
    m_rows->addRow(QString(), m_version);
    m_rows->addRow(tr("&Pattern"), m_pattern);
    connect(m_kind, &QComboBox::activated, this, &GuideForm::tellVersion);
    connect(m_version, &QLineEdit::textEdited, this, &GuideForm::tellVersion);
    connect(m_pattern, &QLineEdit::textEdited, this, &GuideForm::tellVersion);
}

void GuideForm::setForm(const ManifestForm &form)
{
    showText(*m_fields.value(u"name"_s), form.name);
    showText(*m_fields.value(u"repository"_s), form.repository);
    showText(*m_fields.value(u"changelog"_s), form.changelog);
    showText(*m_fields.value(u"tag"_s), form.tag);
    m_kind->setCurrentIndex(m_kind->findData(int(form.version.kind)));
    showText(*m_version, valueOf(form.version));
    const bool isFile = form.version.kind == Kind::File;
    if (isFile)
        showText(*m_pattern, form.version.match.regex);
    m_rows->setRowVisible(m_pattern, isFile);
}

QLineEdit *GuideForm::field(const QString &key) const
{
    return m_fields.value(key);
}

VersionSource GuideForm::versionTyped() const
{
    VersionSource source;
    source.kind = Kind(m_kind->currentData().toInt());
    source.eval = m_version->text();
    source.literal = m_version->text();
    source.match = {m_version->text(), m_pattern->text()};
    return source;
}

void GuideForm::tellVersion()
{
    Q_EMIT versionEdited(versionTyped());
}

} // namespace unmoor
