#define _GNU_SOURCE  // wcwidth, pselect
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <unistd.h>

#include "EditlineShim.h"

// Set by the handler, read and cleared by the reader.
static volatile sig_atomic_t pending[NSIG];

static volatile sig_atomic_t interrupts;

static void note_signal(int number) {
  pending[number] = 1;
  if (number == SIGINT) {
    interrupts = (interrupts + 1) % 1000;
  }
}

static const int noted[] = {SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
enum { noted_count = sizeof noted / sizeof noted[0] };
static struct sigaction before_reading[noted_count];
static struct sigaction before_work;

static struct {
  int prompt_columns;
  int columns;  // of the terminal when the line was last drawn
  bool bracketed_paste;
} screen;

/// How many bytes were typed while the terminal was in its own modes.
static int typed_ahead;

static struct sigaction noting(void) {
  // No SA_RESTART: the wait for a character has to end.
  struct sigaction action = {.sa_handler = note_signal};
  sigemptyset(&action.sa_mask);
  return action;
}

int eds_catch_interrupts(void) {
  struct sigaction action = noting();
  return sigaction(SIGINT, &action, NULL);
}

void eds_catch_interrupts_for_now(void) {
  struct sigaction action = noting();
  sigaction(SIGINT, NULL, &before_work);
  if (before_work.sa_handler != SIG_IGN) {
    sigaction(SIGINT, &action, NULL);
  }
}

void eds_release_interrupts(void) { sigaction(SIGINT, &before_work, NULL); }

void eds_begin_reading(EditLine *el, bool is_dumb) {
  struct sigaction action = noting();
  pending[SIGCONT] = pending[SIGWINCH] = pending[SIGTSTP] = 0;
  for (int i = 0; i < noted_count; i++) {
    sigaction(noted[i], NULL, &before_reading[i]);
    if (before_reading[i].sa_handler != SIG_IGN) {
      sigaction(noted[i], &action, NULL);
    }
  }
  screen.columns = eds_window_columns(STDOUT_FILENO);
  if (eds_is_editing(el)) {
    // libedit shows the prompt first: what is typed in between would be echoed, and Ctrl-C would be a signal.
    el_wset(el, EL_PREP_TERM, 1);
    // What was typed before that was echoed, and libedit shows it again: the prompt begins in an empty row.
    eds_write(is_dumb ? "\r" : "\r\033[K");
    if (ioctl(STDIN_FILENO, FIONREAD, &typed_ahead) != 0) {
      typed_ahead = 0;
    }
  }
}

void eds_end_reading(void) {
  for (int i = 0; i < noted_count; i++) {
    sigaction(noted[i], &before_reading[i], NULL);
  }
}

bool eds_take_signal(int number) {
  // Cleared only when set: a signal between the two steps is not lost.
  if (!pending[number]) {
    return false;
  }
  pending[number] = 0;
  return true;
}

int eds_interrupts(void) { return interrupts; }

void eds_set_prompt_columns(int columns) { screen.prompt_columns = columns; }

void eds_set_bracketed_paste(bool enabled) {
  if (screen.bracketed_paste != enabled) {
    screen.bracketed_paste = enabled;
    eds_write(enabled ? "\033[?2004h" : "\033[?2004l");
  }
}

/// Columns of the line's text from its start to `end`.
static int text_columns(const LineInfoW *line, const wchar_t *end) {
  int sum = 0;
  for (const wchar_t *character = line->buffer; character < end; character++) {
    int width = wcwidth(*character);
    sum += width < 0 ? 2 : width;  // Control characters show as ^X.
  }
  return sum;
}

/// The row, counted from the line's first, that `end` is shown on.
static int row_of(EditLine *el, bool at_end, int columns) {
  const LineInfoW *line = el_wline(el);
  const wchar_t *end = at_end ? line->lastchar : line->cursor;
  return columns > 0 ? (screen.prompt_columns + text_columns(line, end)) / columns : 0;
}

int eds_columns(void) { return screen.columns; }

int eds_rows_below_cursor(EditLine *el) {
  return row_of(el, true, screen.columns) - row_of(el, false, screen.columns);
}

/// Draws the line anew, from `rows` above the row that the cursor is on.
static void redraw(EditLine *el, int rows) {
  if (!eds_is_editing(el)) {
    return;
  }
  if (rows > 0) {
    fprintf(stdout, "\033[%dA", rows);
  }
  eds_write("\r\033[J");
  el_wset(el, EL_REFRESH);
}

static void resize(EditLine *el) {
  int columns = eds_window_columns(STDOUT_FILENO);
  // Some terminals wrap the old text anew and some do not. The smaller of both
  // counts may leave a part of the old line, and never erases what is above it.
  int old_row = row_of(el, false, screen.columns), new_row = row_of(el, false, columns);
  screen.columns = columns;
  el_resize(el);
  redraw(el, old_row < new_row ? old_row : new_row);
}

/// Gives the terminal back to the shell, stops, and takes the terminal again.
static void stop(EditLine *el) {
  bool paste = screen.bracketed_paste;
  eds_set_bracketed_paste(false);
  el_wset(el, EL_PREP_TERM, 0);
  struct sigaction standard = {.sa_handler = SIG_DFL}, noted_action;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &noted_action);
  sigset_t only, blocked;
  sigemptyset(&only);
  sigaddset(&only, SIGTSTP);
  raise(SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &only, &blocked);  // Stops here.
  sigprocmask(SIG_SETMASK, &blocked, NULL);
  sigaction(SIGTSTP, &noted_action, NULL);
  eds_set_bracketed_paste(paste);
  pending[SIGCONT] = 1;
}

enum outcome { readable, interrupted, ended };

/// Waits until `fd` has a byte or a signal asks for something.
static enum outcome wait_for_input(EditLine *el, int fd, const sigset_t *unblocked) {
  for (;;) {
    if (pending[SIGTERM] || pending[SIGHUP]) {
      errno = EINTR;
      return ended;
    }
    if (pending[SIGINT]) {
      return interrupted;
    }
    if (eds_take_signal(SIGTSTP)) {
      stop(el);
    }
    if (eds_take_signal(SIGCONT)) {
      // The shell changed the terminal's modes: have libedit set its own again.
      el_wset(el, EL_PREP_TERM, 0);
      el_wset(el, EL_PREP_TERM, 1);
      screen.columns = eds_window_columns(STDOUT_FILENO);
      el_resize(el);
      redraw(el, 0);
    }
    if (eds_take_signal(SIGWINCH)) {
      resize(el);
    }
    fd_set set;
    FD_ZERO(&set);
    FD_SET(fd, &set);
    // The signals arrive here and nowhere else in this function.
    if (pselect(fd + 1, &set, NULL, NULL, NULL, unblocked) == 1) {
      return readable;
    }
    if (errno != EINTR) {
      return ended;
    }
  }
}

/// One character from the terminal: 1, 0 at the end of input, -1 for an error.
/// Bytes that are no character and NUL are dropped.
static int decode(EditLine *el, wchar_t *result, const sigset_t *unblocked) {
  char bytes[MB_LEN_MAX];
  size_t count = 0;
  for (;;) {
    switch (wait_for_input(el, STDIN_FILENO, unblocked)) {
      case ended:
        return -1;
      case interrupted:
        if (!eds_is_editing(el)) {
          errno = EINTR;
          return -1;
        }
        pending[SIGINT] = 0;
        *result = L'\003';
        return 1;
      case readable:
        break;
    }
    ssize_t got = read(STDIN_FILENO, bytes + count, 1);
    if (got <= 0) {
      return (int)got;
    }
    if (typed_ahead > 0) {
      typed_ahead -= 1;
      // Linux keeps a Ctrl-D that ended a line of its own as NUL.
      if (bytes[count] == '\0') {
        bytes[count] = '\004';
      }
    }
    count += 1;
    for (;;) {
      mbstate_t state;
      memset(&state, 0, sizeof state);
      size_t length = mbrtowc(result, bytes, count, &state);
      if (length == (size_t)-2 && count < sizeof bytes) {
        break;
      }
      // Some C libraries take what is beyond Unicode or one half of a pair.
      bool is_scalar = *result <= 0x10FFFF && (*result < 0xD800 || *result > 0xDFFF);
      if (length == 0 || (length <= count && !is_scalar)) {
        count = 0;
        break;
      }
      if (length <= count) {
        return 1;
      }
      if (count == 1) {
        count = 0;
        break;
      }
      // The last byte broke the sequence; it may itself begin a character.
      bytes[0] = bytes[count - 1];
      count = 1;
    }
  }
}

static int read_character(EditLine *el, wchar_t *result) {
  // Some vi commands of libedit 3.1 leave the cursor one before an empty line.
  const LineInfoW *line = el_wline(el);
  if (line->cursor < line->buffer) {
    el_cursor(el, (int)(line->buffer - line->cursor));
  }
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGINT);
  for (int i = 0; i < noted_count; i++) {
    sigaddset(&blocked, noted[i]);
  }
  sigprocmask(SIG_BLOCK, &blocked, &before);
  int outcome = decode(el, result, &before);
  int error = errno;
  sigprocmask(SIG_SETMASK, &before, NULL);
  errno = error;
  return outcome;
}

int eds_use_signal_reader(EditLine *el) { return el_wset(el, EL_GETCFN, read_character); }
