// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a workflow file, as a script, and as a program of awk and sed: reading ends, and findings have their
// place.
#include "app/workflows/runscript.h"
#include "app/workflows/textfilter.h"
#include "app/workflows/workflowchecks.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace unmoor;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const WorkflowContext context{.projectName = u"demo"_s,
                                  .version = u"1.0.5"_s,
                                  .tag = u"v1.0.5"_s,
                                  .preReleaseTag = u"v1.0.5-rc.1"_s,
                                  .changelogName = u"CHANGELOG.md"_s,
                                  .changelog = "# Changelog\n\n## 1.0.5\n\n- One\n\n## 1.0.4\n\n- Two\n",
                                  .sectionVersion = u"1.0.5"_s,
                                  .sectionTag = u"v1.0.5"_s};
    const qsizetype lines = bytes.count('\n') + bytes.count('\r') + 2;
    for (const WorkflowFinding &finding : checkWorkflow(u"release.yml"_s, bytes, context).findings)
        if (finding.line < 0 || finding.line > lines || finding.finding.message.isEmpty())
            std::abort();
    const QString text = QString::fromUtf8(bytes);
    (void)readRunScript(text, {{u"GITHUB_REF_NAME"_s, u"v1.0.5"_s}});
    const QStringList changelog{u"# Changelog"_s, u"## [1.0.5]"_s, u"- One"_s, u"## 1.0.4"_s};
    (void)replayAwk(text, {}, changelog);
    (void)replaySed(text, true, false, changelog);
    (void)replaySed(text, false, true, changelog);
    return 0;
}
