// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/gitplace.h"

using namespace Qt::StringLiterals;

namespace unmoor {

QMap<QString, QString> withoutGitPlace()
{
    // `git rev-parse --local-env-vars`, without configuration, and GIT_NAMESPACE.
    return {{u"GIT_ALTERNATE_OBJECT_DIRECTORIES"_s, {}},
            {u"GIT_COMMON_DIR"_s, {}},
            {u"GIT_DIR"_s, {}},
            {u"GIT_GRAFT_FILE"_s, {}},
            {u"GIT_IMPLICIT_WORK_TREE"_s, {}},
            {u"GIT_INDEX_FILE"_s, {}},
            {u"GIT_INTERNAL_SUPER_PREFIX"_s, {}},
            {u"GIT_NAMESPACE"_s, {}},
            {u"GIT_NO_REPLACE_OBJECTS"_s, {}},
            {u"GIT_OBJECT_DIRECTORY"_s, {}},
            {u"GIT_PREFIX"_s, {}},
            {u"GIT_REPLACE_REF_BASE"_s, {}},
            {u"GIT_SHALLOW_FILE"_s, {}},
            {u"GIT_WORK_TREE"_s, {}}};
}

} // namespace unmoor
