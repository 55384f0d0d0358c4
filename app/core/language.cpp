// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr auto variable = "UNMOOR_LANGUAGE";

/// Takes \a name of \a folder, where there is one for \a locale. The application owns it.
void install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(qApp);
    if (!translator->load(locale, name, u"_"_s, folder) || !QCoreApplication::installTranslator(translator))
        delete translator;
}

} // namespace

QString spokenLanguage(const QString &chosen)
{
    if (const QString named = qEnvironmentVariable(variable); !named.isEmpty())
        return named;
    return chosen.isEmpty() ? QLocale::system().uiLanguages().value(0, QString::fromLatin1(scriptLanguage)) : chosen;
}

void speak(const QString &language)
{
    const QLocale locale(language);
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"unmoor"_s, u":/i18n"_s);
}

void speakFromNowOn(const QString &language)
{
    qputenv(variable, language.toUtf8());
    speak(language);
}

} // namespace unmoor
