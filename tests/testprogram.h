// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests is one program, which runs one of its classes of tests:  PROGRAM NAME [ARGS…]
// That is Qt's way to batch tests: QTEST_MAIN and its like put the class on a list, under the name of its file, instead
// of writing a main(). Distributions build Qt without the list, so it is here.
#pragma once

#include <QtTest>

namespace QTest {

/// Lets \a run be started as \a name, or as the name of the source file that \a name is the path of.
void qRegisterTestCase(const QString &name, int (*run)(int argc, char **argv));

} // namespace QTest

/// Whether no process that this one started goes on, and nothing in the pool that may start the next.
bool everythingHasEnded();

/// For a test that needs another process: started with the word \a name (a function as well), this program runs that
/// function as its main().
#define UNMOOR_OTHER_PROCESS(name)                                                                                     \
    [[maybe_unused]] const bool registered_##name = (QTest::qRegisterTestCase(QStringLiteral(#name), name), true);
