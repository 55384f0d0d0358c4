// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace unmoor {

/// A program for macOS 11 on Apple silicon as a linker would write it: it loads the system's library and
/// @rpath/libonnxruntime.dylib, which it looks for in lib/ beside itself, writes \a text, and ends. Signed ad hoc as \a
/// name.
QByteArray macProgram(const QByteArray &name, const QByteArray &text);

/// The library that it loads: it holds nothing but \a text. Signed ad hoc.
QByteArray macLibrary(const QByteArray &text);

} // namespace unmoor
