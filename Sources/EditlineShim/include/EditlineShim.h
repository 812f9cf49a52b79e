#ifndef EDITLINE_SHIM_H
#define EDITLINE_SHIM_H

/// Fixed-argument wrappers over the variadic half of libedit's interface.
///
/// Swift imports C functions with a fixed argument list only, so `el_wset`,
/// `el_wget` and `history_w` are out of its reach. Each wrapper here makes one
/// such call with the argument types that libedit reads from its va_list.
/// The signal flags and the character reader (SignalReader.c) are C because a
/// signal handler may do nothing but set a flag.

#include <histedit.h>
#include <stdbool.h>
#include <wchar.h>

typedef wchar_t *(*eds_prompt)(EditLine *);
typedef unsigned char (*eds_command)(EditLine *, int);

/// Opens libedit on the standard streams; NULL when memory is out.
EditLine *eds_open(const char *program);
/// Closes libedit and leaves unread input in the terminal's queue.
void eds_close(EditLine *el);
/// Writes zero-terminated UTF-8 to the terminal and flushes it.
void eds_write(const char *text);

/// Sets the left prompt; `marker` starts and ends a run that takes no columns.
int eds_set_prompt(EditLine *el, eds_prompt prompt, wchar_t marker);
/// Sets the right prompt.
int eds_set_right_prompt(EditLine *el, eds_prompt prompt, wchar_t marker);
/// Chooses "emacs" or "vi" key bindings; drops all bindings made before.
int eds_set_editor(EditLine *el, const wchar_t *name);
/// Whether vi bindings are in force.
bool eds_uses_vi(EditLine *el);
/// Whether line editing is on: the user's file may switch it off.
bool eds_is_editing(EditLine *el);
/// Keeps a pointer beside the EditLine, for callbacks.
int eds_set_client_data(EditLine *el, void *data);
void *eds_client_data(EditLine *el);
/// Adds an editor command; libedit keeps both strings.
int eds_add_command(EditLine *el, const wchar_t *name, const wchar_t *help, eds_command command);
/// Binds a key or key sequence to a command.
int eds_bind(EditLine *el, const wchar_t *key, const wchar_t *command);
/// Whether a key sequence is bound to a command.
bool eds_is_bound(EditLine *el, const wchar_t *key, const char *command);
/// Binds a key in vi's command mode.
int eds_bind_alternative(EditLine *el, const wchar_t *key, const wchar_t *command);
/// Binds an arrow key by its name ("up", "down"); kept when the editor changes.
int eds_bind_arrow(EditLine *el, const wchar_t *arrow, const wchar_t *command);

/// Has Ctrl-C, Ctrl-\ and Ctrl-S arrive as characters while a line is edited. As signals the first two would overtake
/// what was typed before them, and the system would throw away what was typed after them; the third would freeze the
/// screen.
int eds_read_signal_keys(EditLine *el);

/// Connects libedit with a history, which incremental search looks through.
int eds_use_history(EditLine *el, HistoryW *history);
int eds_history_set_size(HistoryW *history, int size);
int eds_history_enter(HistoryW *history, const wchar_t *line);

/// Columns that a character takes, -1 for a control character.
int eds_character_width(wchar_t character);
/// Columns of the terminal behind a file descriptor, 0 when unknown.
int eds_window_columns(int descriptor);

/// Catches SIGINT for the life of the program: it sets a flag and nothing else.
int eds_catch_interrupts(void);
/// Catches SIGINT until `eds_release_interrupts`, unless it was ignored.
void eds_catch_interrupts_for_now(void);
void eds_release_interrupts(void);
/// Catches the other signals while a line is read, has the terminal pass each key on at once and clears the row for the
/// prompt. Signals that were ignored stay ignored.
void eds_begin_reading(EditLine *el, bool is_dumb);
/// Restores the handlers that `eds_begin_reading` changed; libedit has restored the terminal.
void eds_end_reading(void);
/// Whether the signal arrived since the last call.
bool eds_take_signal(int number);
/// A number that changes with every SIGINT.
int eds_interrupts(void);

/// Asks the terminal to mark pastes, or no longer; a stop while it is on takes it back meanwhile.
void eds_set_bracketed_paste(bool enabled);
/// Columns of the left prompt, by which a redraw finds the first row of the line.
void eds_set_prompt_columns(int columns);
/// Columns of the terminal as the line is drawn for.
int eds_columns(void);
/// Rows from the cursor to the end of the line.
int eds_rows_below_cursor(EditLine *el);

/// Has libedit read characters through a function that handles the flags:
/// resize, stop and continue redraw the line, an interrupt arrives as the
/// character U+0003, SIGTERM and SIGHUP end the read.
int eds_use_signal_reader(EditLine *el);

#endif
