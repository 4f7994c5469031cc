// What Linux's C library has, but declares to GNU programs only.
#pragma once

// The exchange of two folders in one rename.
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
enum { EXCHANGE = 1 << 1 };

// A pipe of which programs that another thread starts meanwhile get nothing.
int pipe2(int ends[2], int flags);
