#include "EditlineShim.h"
EditLine *eds_open(const char *program) { return el_init(program, stdin, stdout, stderr); }
