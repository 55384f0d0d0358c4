// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/streamsha256.h"

#include <openssl/evp.h>

namespace unmoor {

StreamSha256::StreamSha256()
    : m_context(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr);
}

StreamSha256::~StreamSha256()
{
    EVP_MD_CTX_free(m_context);
}

void StreamSha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context, bytes.data(), size_t(bytes.size()));
}

QByteArray StreamSha256::finish()
{
    QByteArray digest(32, Qt::Uninitialized);
    EVP_DigestFinal_ex(m_context, reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr);
    return digest.toHex();
}

} // namespace unmoor
