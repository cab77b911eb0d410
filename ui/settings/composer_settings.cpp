// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/composer_settings.h"

#include <QtCore/QSettings>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

bool read(const QString& file, const QString& key, bool otherwise)
{
    return file.isEmpty() ? otherwise : QSettings(file, QSettings::IniFormat).value(key, otherwise).toBool();
}

void write(const QString& file, const QString& key, bool value)
{
    if (!file.isEmpty()) {
        QSettings(file, QSettings::IniFormat).setValue(key, value);
    }
}

} // namespace

bool ComposerSettings::holdsMany() const
{
    return read(m_file, u"composer/holdsMany"_s, true);
}

void ComposerSettings::setHoldsMany(bool holds) const
{
    write(m_file, u"composer/holdsMany"_s, holds);
}

bool ComposerSettings::isFolded() const
{
    return read(m_file, u"composer/folded"_s, false);
}

void ComposerSettings::setFolded(bool isFolded) const
{
    write(m_file, u"composer/folded"_s, isFolded);
}

} // namespace signalbox::ui
