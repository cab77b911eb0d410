// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtCore>
#include <QtTest/QtTest>

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>
