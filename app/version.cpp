// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/version.h"

#include <QtCore/QLibraryInfo>

namespace signalbox::app {

using namespace Qt::StringLiterals;

QString versionText()
{
    // SIGNALBOX_COMPONENTS is the build's list of SIGNALBOX_WITH_… that are on.
    const QString components = QStringLiteral(SIGNALBOX_COMPONENTS);
    return u"Signalbox %1\nQt %2\ncomponents: %3\n"_s.arg(QStringLiteral(SIGNALBOX_VERSION),
                                                          QLibraryInfo::version().toString(),
                                                          components.isEmpty() ? u"none"_s : components);
}

} // namespace signalbox::app
