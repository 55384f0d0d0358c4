// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/logsample.h"

#include "tests/app/buildlog/logfixture.h"
#include "ui/build/logpanel.h"
#include "ui/build/logview.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace unmoor::samples {

namespace {

/// A panel that keeps its log.
class LogPage : public LogPanel
{
public:
    LogPage()
    {
        m_log.message(u"these 2 derivations will be built:"_s, 3);
        compile(1, 24);
        m_log.outputs(
            {u"\x1b[1m\x1b[33mwarning\x1b[0m\x1b[1m: unused variable: `reranker`\x1b[0m"_s,
             u"   \x1b[1m\x1b[34m-->\x1b[0m ingestion-pipeline/src/pipeline/stages.rs:212:9"_s,
             u"    \x1b[1m\x1b[34m|\x1b[0m"_s,
             u"\x1b[1m\x1b[34m212 |\x1b[0m     let reranker = self.services.reranker();"_s,
             u"    \x1b[1m\x1b[34m|\x1b[0m \x1b[33m        ^^^^^^^^ help: prefix it with an underscore\x1b[0m"_s});
        compile(31, 12);
        m_log.output(
            u"see \x1b]8;;https://doc.rust-lang.org/error_codes/E0308.html\x1b\\the index of errors\x1b]8;;\x1b\\"_s);
        m_log.output(u"downloading 10%\rdownloading 100%"_s);
        m_log.setTime(62'000);
        m_log.outputs({u"\x1b[1m\x1b[31merror[E0308]\x1b[0m\x1b[1m: mismatched types\x1b[0m"_s,
                       u"  \x1b[1m\x1b[34m-->\x1b[0m main/src/main.rs:40:5"_s, u"   \x1b[1m\x1b[34m|\x1b[0m"_s,
                       u"\x1b[1m\x1b[34m40 |\x1b[0m     serve(port)"_s,
                       u"   \x1b[1m\x1b[34m|\x1b[0m \x1b[31m    ^^^^^^^^^^^ expected `()`, found `Result`\x1b[0m"_s});
        m_log.setTime(64'000);
        compile(64, 3);
        m_log.message(u"\x1b[31;1merror:\x1b[0m builder for 'minne-1.0.5.drv' failed with exit code 101"_s, 0);
        setMonitor(&m_log.monitor());
        refresh(65'000);
    }

private:
    void compile(int second, int count)
    {
        for (int i = 0; i < count; ++i) {
            m_log.setTime((second + i / 3) * 1000);
            m_log.output(
                u"   \x1b[1m\x1b[32mCompiling\x1b[0m crate-%1 v1.0.%2 (/build/source/crate-%1)"_s.arg(i).arg(second));
        }
    }

    LogFixture m_log;
};

} // namespace

QWidget *failedLog()
{
    auto *page = new LogPage;
    page->findChild<QLineEdit *>()->setText(u"crate-1\\d v"_s);
    for (QToolButton *button : page->findChildren<QToolButton *>())
        button->setChecked(button->isCheckable());
    page->setFailed(true);
    while (!page->view()->isSettled())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return page;
}

QWidget *warningsOfALog()
{
    auto *page = new LogPage;
    page->view()->setTimes(LogView::Times::None);
    page->setLeast(LogEntry::Problem::Warning);
    return page;
}

} // namespace unmoor::samples
