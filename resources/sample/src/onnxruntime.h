/* Stands in for the library that the real project bundles. */
#ifdef _WIN32
__declspec(dllexport)
#endif
const char *
OrtVersion(void);
