// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/machoreader.h"
#include "tests/fuzz/fuzzreader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzzReader<unmoor::readMachO>(data, size);
}
