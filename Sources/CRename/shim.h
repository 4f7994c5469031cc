// Linux's exchange of two folders in one rename. The C library has it, but declares it to GNU programs only.
#pragma once
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
enum { EXCHANGE = 1 << 1 };
