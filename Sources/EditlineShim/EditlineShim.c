#define _GNU_SOURCE  // wcwidth
#include "EditlineShim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

EditLine *eds_open(const char *program) { return el_init(program, stdin, stdout, stderr); }

void eds_close(EditLine *el) {
  // With editing on, el_end throws away what was typed ahead.
  el_wset(el, EL_EDITMODE, 0);
  el_end(el);
}

void eds_write(const char *text) {
  fputs(text, stdout);
  fflush(stdout);
}

int eds_set_prompt(EditLine *el, eds_prompt prompt, wchar_t marker) {
  return el_wset(el, EL_PROMPT_ESC, prompt, (int)marker);
}

int eds_set_right_prompt(EditLine *el, eds_prompt prompt, wchar_t marker) {
  return el_wset(el, EL_RPROMPT_ESC, prompt, (int)marker);
}

int eds_set_editor(EditLine *el, const wchar_t *name) { return el_wset(el, EL_EDITOR, name); }

bool eds_uses_vi(EditLine *el) {
  const wchar_t *name = NULL;
  return el_wget(el, EL_EDITOR, &name) == 0 && name[0] == L'v';
}

bool eds_is_editing(EditLine *el) {
  int enabled = 0;
  return el_wget(el, EL_EDITMODE, &enabled) == 0 && enabled != 0;
}

int eds_set_client_data(EditLine *el, void *data) { return el_wset(el, EL_CLIENTDATA, data); }

void *eds_client_data(EditLine *el) {
  void *data = NULL;
  return el_wget(el, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

int eds_add_command(EditLine *el, const wchar_t *name, const wchar_t *help, eds_command command) {
  return el_wset(el, EL_ADDFN, name, help, command);
}

int eds_bind(EditLine *el, const wchar_t *key, const wchar_t *command) {
  return el_wset(el, EL_BIND, key, command, (wchar_t *)NULL);
}

bool eds_is_bound(EditLine *el, const wchar_t *key, const char *command) {
  // libedit tells what a key does by printing it only.
  FILE *output = NULL;
  char *text = NULL;
  size_t length = 0;
  FILE *memory = open_memstream(&text, &length);
  if (memory == NULL) {
    return false;
  }
  if (el_wget(el, EL_GETFP, 1, &output) == 0) {
    el_wset(el, EL_SETFP, 1, memory);
    el_wset(el, EL_BIND, key, (wchar_t *)NULL);
    el_wset(el, EL_SETFP, 1, output);
  }
  fclose(memory);
  bool is_bound = text != NULL && strstr(text, command) != NULL;
  free(text);
  return is_bound;
}

int eds_bind_alternative(EditLine *el, const wchar_t *key, const wchar_t *command) {
  return el_wset(el, EL_BIND, L"-a", key, command, (wchar_t *)NULL);
}

int eds_bind_arrow(EditLine *el, const wchar_t *arrow, const wchar_t *command) {
  return el_wset(el, EL_BIND, L"-k", arrow, command, (wchar_t *)NULL);
}

int eds_read_signal_keys(EditLine *el) {
  return el_wset(el, EL_SETTY, L"-d", L"-intr", L"-quit", L"-ixon", (wchar_t *)NULL);
}

int eds_use_history(EditLine *el, HistoryW *history) {
  return el_wset(el, EL_HIST, history_w, history);
}

int eds_history_set_size(HistoryW *history, int size) {
  HistEventW event;
  return history_w(history, &event, H_SETSIZE, size);
}

int eds_history_enter(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, line);
}

int eds_character_width(wchar_t character) { return wcwidth(character); }

int eds_window_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
