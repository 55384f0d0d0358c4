// SPDX-License-Identifier: GPL-3.0-or-later
// A window with nothing in it, as large as Unmoor's: what any program of Qt Widgets costs to start. See start.py.
#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
