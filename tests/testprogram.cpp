// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"

#include <cstdio>

namespace {

using Entries = QMap<QString, int (*)(int argc, char **argv)>;

Entries &entries()
{
    static Entries all;
    return all;
}

} // namespace

void QTest::qRegisterTestCase(const QString &name, int (*run)(int argc, char **argv))
{
    entries().insert(QFileInfo(name).completeBaseName(), run);
}

int main(int argc, char *argv[])
{
    const auto run = argc < 2 ? nullptr : entries().value(QString::fromLocal8Bit(argv[1]));
    if (!run) {
        std::fprintf(stderr, "Which tests? Start it with one of these names:\n%s\n",
                     qPrintable(entries().keys().join(u'\n')));
        return 2;
    }
    return run(argc - 1, argv + 1); // the name is argv[0] and so the application's, as in a program of its own
}
