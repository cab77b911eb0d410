// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

QString languageOfTheSystem()
{
    for (const QString& tag : QLocale::system().uiLanguages()) {
        const QString language = tag.section(u'-', 0, 0).toLower();
        if (languages().contains(language)) {
            return language;
        }
    }
    return u"en"_s;
}

} // namespace

const QStringList& languages()
{
    static const QStringList known{u"de"_s, u"en"_s};
    return known;
}

Translations::Translations(const QString& language)
    : m_language(language.isEmpty() ? languageOfTheSystem() : language)
{
    const QLocale spoken(m_language);
    if (m_localeBefore.language() != spoken.language()) { // else the system knows better: de_AT, en_GB
        QLocale::setDefault(spoken);
    }
    install(u"qtbase_"_s + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"signalbox_"_s + m_language, u":/translations"_s); // English has one, too: its plurals
}

Translations::~Translations()
{
    QLocale::setDefault(m_localeBefore);
    for (const std::unique_ptr<QTranslator>& translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
}

void Translations::install(const QString& file, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(file, folder) && QCoreApplication::installTranslator(translator.get())) {
        m_translators.push_back(std::move(translator));
    }
}

} // namespace signalbox::app
