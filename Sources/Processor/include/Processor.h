#ifndef LEVER_PROCESSOR_H
#define LEVER_PROCESSOR_H

#include <stdbool.h>

/// Whether this processor runs AVX2 instructions, and the system keeps their registers; false on other architectures.
bool processor_has_avx2(void);

#endif
