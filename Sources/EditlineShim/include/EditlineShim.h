#ifndef EDITLINE_SHIM_H
#define EDITLINE_SHIM_H
#include <histedit.h>
EditLine *eds_open(const char *program);
#endif
