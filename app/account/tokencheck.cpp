// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/tokencheck.h"

#include "app/core/chain.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using github::Answer;

/// One check, alive until it has its report.
struct Check
{
    github::Client &client;
    std::stop_token stop;
    TokenAnswers answers;
};

/// A token that the host knows, so that what it may do is worth asking.
bool needsMore(const Answer &user)
{
    return user.isSuccess() || user.status == 403;
}

QFuture<Result<TokenReport>> judged(const Check &check)
{
    return finished<TokenReport>(judgeToken(check.answers));
}

QFuture<Result<TokenReport>> tryNotes(std::shared_ptr<Check> check)
{
    return inEitherCase(check->client.tryNotes(check->answers.repository, check->stop), &check->client,
                        [check](const Result<Answer> &answer) {
                            if (answer)
                                check->answers.notesMade = *answer;
                            return judged(*check);
                        });
}

QFuture<Result<TokenReport>> readRepository(std::shared_ptr<Check> check)
{
    if (check->answers.repository.isEmpty() || !needsMore(check->answers.user))
        return judged(*check);
    return andThen(check->client.lookAtRepository(check->answers.repository, check->stop), &check->client,
                   [check](const Answer &answer) {
                       check->answers.repositoryRead = answer;
                       return needsTrying(check->answers.user) && answer.isSuccess() ? tryNotes(check) : judged(*check);
                   });
}

} // namespace

QFuture<Result<TokenReport>> checkToken(github::Client &client, TokenReport::Kind kind, const QString &repository,
                                        std::stop_token stop)
{
    auto check = std::make_shared<Check>(
        Check{client, stop, {.apiUrl = client.apiUrl(), .kind = kind, .repository = repository}});
    return andThen(client.lookAtUser(stop), &client, [check](const Answer &user) {
        check->answers.user = user;
        return readRepository(check);
    });
}

} // namespace unmoor
