// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// The pages of a project that is not open yet, for pictures.
namespace unmoor::samples {

QWidget *emptyStart();
QWidget *guide();
QWidget *guideAsking();
QWidget *guideUntrusted();
QWidget *guideProblem();
QWidget *guideWithLayouts();
QWidget *brokenManifest();
QWidget *cloneRefused();
QWidget *cloneReady();

} // namespace unmoor::samples
