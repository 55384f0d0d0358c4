// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/interceptor.h"

/// POST /api/graphql: as much of GitHub's GraphQL API as `gh release` asks for.
unmoor::rehearsal::Answer<unmoor::rehearsal::Reply> answerGraphQuery(const unmoor::rehearsal::Call &call,
                                                                     const unmoor::rehearsal::Site &site);
