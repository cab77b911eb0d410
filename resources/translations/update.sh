#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# resources/translations/update.sh [FOLDER]: brings the translations, here or in FOLDER, up to date with the texts of ui
# and app. What is new stands there as type="unfinished" until somebody translates it; what is gone is taken out. English
# has its plurals alone. lupdate comes with qt6-l10n-tools.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=${1:-$root/resources/translations}
lupdate=$(command -v lupdate6 || ls /usr/lib/qt6/bin/lupdate 2>/dev/null || command -v lupdate)
options=(-silent -no-obsolete -locations none -I "$root" -extensions cpp,h)
"$lupdate" "${options[@]}" "$root/ui" "$root/app" -target-language de_DE -ts "$folder/signalbox_de.ts"
"$lupdate" "${options[@]}" -pluralonly "$root/ui" "$root/app" -target-language en_US -ts "$folder/signalbox_en.ts"
