#include "onnxruntime.h"

const char *OrtVersion(void)
{
    return ORT;
}
