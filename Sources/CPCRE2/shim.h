#pragma once
/* Folded text is UTF-8: the library's variant for units of eight bits. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
