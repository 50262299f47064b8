#include "CGMime.h"
#include "library.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* GMime's own list of iconv handles and GLib's types are shared by all threads; its locks are no pthread's. */
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

typedef struct {
  const struct library *lib;
  GMimeParserOptions *options;
  cgmime_limits limits;
  uint32_t items;
  uint8_t *bytes;
  size_t count;
  size_t room;
  int status;
} reading;

static void put(reading *to, const void *bytes, size_t count) {
  if (to->status != CGMIME_DONE) return;
  if (count > to->limits.bytes - to->count) {
    to->status = CGMIME_TOO_LARGE;
    return;
  }
  if (count > to->room - to->count) {
    size_t room = to->room == 0 ? 4096 : to->room;
    while (room - to->count < count) room *= 2;
    uint8_t *more = realloc(to->bytes, room);
    if (more == NULL) {
      to->status = CGMIME_NO_MEMORY;
      return;
    }
    to->bytes = more;
    to->room = room;
  }
  if (count > 0) memcpy(to->bytes + to->count, bytes, count);
  to->count += count;
}

static void put_head(reading *to, uint8_t kind, size_t count) {
  if (count > UINT32_MAX) to->status = CGMIME_TOO_LARGE;
  uint8_t head[5] = {kind, (uint8_t)count, (uint8_t)(count >> 8), (uint8_t)(count >> 16), (uint8_t)(count >> 24)};
  put(to, head, sizeof head);
}

static void record(reading *to, uint8_t kind, const void *bytes, size_t count) {
  put_head(to, kind, count);
  put(to, bytes, count);
}

static void record_text(reading *to, uint8_t kind, const char *text) {
  record(to, kind, text == NULL ? "" : text, text == NULL ? 0 : strlen(text));
}

static void record_pair(reading *to, uint8_t kind, const char *name, const char *value) {
  if (name == NULL) name = "";
  if (value == NULL) value = "";
  put_head(to, kind, strlen(name) + 1 + strlen(value));
  put(to, name, strlen(name) + 1);
  put(to, value, strlen(value));
}

/* Counts an item; 0 where there are too many. */
static int counts(reading *to) {
  if (++to->items > to->limits.items && to->status == CGMIME_DONE) to->status = CGMIME_TOO_MANY;
  return to->status == CGMIME_DONE;
}

static int is(const reading *from, gpointer object, GType type) {
  return object != NULL && from->lib->g_type_check_instance_is_a((GTypeInstance *)object, type);
}

_Static_assert(
  CGMIME_INVALID_NAME == GMIME_CRIT_INVALID_HEADER_NAME && CGMIME_CONFLICTING_FIELD == GMIME_CRIT_CONFLICTING_HEADER
    && CGMIME_CONFLICTING_PARAMETER == GMIME_CRIT_CONFLICTING_PARAMETER
    && CGMIME_NO_BOUNDARY == GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY
    && CGMIME_NESTED_TOO_DEEP == GMIME_CRIT_NESTING_OVERFLOW
    && CGMIME_NOTHING_IN_PART == GMIME_CRIT_PART_WITHOUT_HEADERS_OR_CONTENT,
  "GMime's numbers");

static void warn(gint64 offset, GMimeParserWarning code, const gchar *item, gpointer user) {
  (void)offset;
  (void)item;
  uint8_t number = (uint8_t)code;
  if (counts(user)) record(user, CGMIME_WARNING, &number, 1);
}

static int knows_charset(const reading *from, const char *name) {
  GIConv converter = from->lib->g_iconv_open("UTF-8", from->lib->g_mime_charset_iconv_name(name));
  if (converter == (GIConv)-1) return 0;
  from->lib->g_iconv_close(converter);
  return 1;
}

/* Whether a text has what looks like an encoded word: =?charset?B?. `known` lets those pass whose character set is known. */
static int has_encoded_word(const reading *from, const char *text, int known) {
  for (const char *at = text; (at = strstr(at, "=?")) != NULL; at += 2) {
    size_t length = strcspn(at + 2, "? \t\r\n");
    const char *mark = at + 2 + length;
    if (length == 0 || mark[0] != '?' || mark[1] == 0 || strchr("bBqQ", mark[1]) == NULL || mark[2] != '?') continue;
    if (!known) return 1;
    /* RFC 2231: a language may stand behind the character set. */
    char name[64];
    size_t end = strcspn(at + 2, "*?");
    if (end >= sizeof name) return 1;
    memcpy(name, at + 2, end);
    name[end] = 0;
    if (!knows_charset(from, name)) return 1;
  }
  return 0;
}

static int sextet(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* The line with every encoded word in base64 written as quoted-printable of the same bytes: GMime puts the letters of
   neighbours together before it decodes them, and what stands behind the first padding is lost. One that is no base64
   stays. */
static char *without_base64(const char *line) {
  size_t length = strlen(line), written = 0;
  /* Four letters become three bytes of three letters each. */
  char *plain = malloc(length * 3 + 1);
  if (plain == NULL) return NULL;
  for (const char *at = line; *at != 0;) {
    size_t charset = at[0] == '=' && at[1] == '?' ? strcspn(at + 2, "? \t\r\n") : 0;
    const char *mark = at + 2 + charset;
    if (charset == 0 || mark[0] != '?' || (mark[1] | 0x20) != 'b' || mark[2] != '?') {
      plain[written++] = *at++;
      continue;
    }
    size_t letters = strcspn(mark + 3, "?");
    const char *end = mark + 3 + letters;
    size_t start = written;
    memcpy(plain + written, at, charset + 2);
    written += charset + 2;
    memcpy(plain + written, "?Q?", 3);
    written += 3;
    uint32_t bits = 0;
    int count = 0, is_good = end[0] == '?' && end[1] == '=';
    for (const char *c = mark + 3; c < end && is_good && *c != '='; c++) {
      int value = sextet(*c);
      if (value < 0) is_good = 0;
      bits = bits << 6 | (uint32_t)value;
      count += 6;
      if (count < 8) continue;
      count -= 8;
      uint8_t byte = (uint8_t)(bits >> count);
      plain[written++] = '=';
      plain[written++] = "0123456789ABCDEF"[byte >> 4];
      plain[written++] = "0123456789ABCDEF"[byte & 15];
    }
    if (is_good) {
      at = end;
    } else {
      written = start;
      plain[written++] = *at++;
    }
  }
  plain[written] = 0;
  return plain;
}

static void walk_addresses(reading *to, InternetAddressList *list, unsigned depth) {
  const struct library *lib = to->lib;
  int count = list == NULL ? 0 : lib->internet_address_list_length(list);
  for (int i = 0; i < count && to->status == CGMIME_DONE; i++) {
    InternetAddress *address = lib->internet_address_list_get_address(list, i);
    if (!counts(to)) return;
    if (is(to, address, lib->internet_address_group_get_type())) {
      record_text(to, CGMIME_GROUP, lib->internet_address_get_name(address));
      if (depth < 4) {
        walk_addresses(to, lib->internet_address_group_get_members((InternetAddressGroup *)address), depth + 1);
      }
      record(to, CGMIME_GROUP_END, "", 0);
    } else if (is(to, address, lib->internet_address_mailbox_get_type())) {
      record_pair(
        to, CGMIME_MAILBOX, lib->internet_address_get_name(address),
        lib->internet_address_mailbox_get_addr((InternetAddressMailbox *)address));
    }
  }
}

static int is_any_of(const char *name, const char *const *names) {
  for (; *names != NULL; names++) if (strcasecmp(name, *names) == 0) return 1;
  return 0;
}

static void walk_header(reading *to, GMimeHeader *header) {
  static const char *const addresses[] = {"From", "Sender", "Reply-To", "To", "Cc", "Bcc", NULL};
  const struct library *lib = to->lib;
  const char *name = lib->g_mime_header_get_name(header);
  const char *raw = lib->g_mime_header_get_raw_value(header);
  if (name == NULL || raw == NULL || !counts(to)) return;
  char *unfolded = lib->g_mime_utils_header_unfold(raw);
  char *line = without_base64(unfolded);
  if (line == NULL) {
    to->status = CGMIME_NO_MEMORY;
    lib->g_free(unfolded);
    return;
  }
  char *value = lib->g_mime_utils_header_decode_text(to->options, line);
  record_pair(to, CGMIME_HEADER, name, value);
  if (has_encoded_word(to, line, 1) || has_encoded_word(to, value, 0)) record(to, CGMIME_ODD_HEADER, "", 0);
  if (is_any_of(name, addresses)) {
    InternetAddressList *list = lib->internet_address_list_parse(to->options, line);
    if (list != NULL) {
      walk_addresses(to, list, 0);
      lib->g_object_unref(list);
    }
  } else if (strcasecmp(name, "Date") == 0) {
    GDateTime *date = lib->g_mime_utils_header_decode_date(line);
    if (date != NULL) {
      char *text = lib->g_mime_utils_header_format_date(date);
      record_text(to, CGMIME_DATE, text);
      lib->g_free(text);
      lib->g_date_time_unref(date);
    }
  }
  lib->g_free(value);
  free(line);
  lib->g_free(unfolded);
}

static void walk_parameters(reading *to, uint8_t kind, GMimeParamList *list) {
  int count = list == NULL ? 0 : to->lib->g_mime_param_list_length(list);
  for (int i = 0; i < count && counts(to); i++) {
    GMimeParam *parameter = to->lib->g_mime_param_list_get_parameter_at(list, i);
    record_pair(to, kind, to->lib->g_mime_param_get_name(parameter), to->lib->g_mime_param_get_value(parameter));
  }
}

static void walk_headers(reading *to, GMimeObject *object) {
  GMimeHeaderList *list = to->lib->g_mime_object_get_header_list(object);
  int count = to->lib->g_mime_header_list_get_count(list);
  for (int i = 0; i < count && to->status == CGMIME_DONE; i++) {
    walk_header(to, to->lib->g_mime_header_list_get_header_at(list, i));
  }
}

/* What is said of a part: type, disposition, header. */
static const char *walk_description(reading *to, GMimeObject *object, char type[128]) {
  const struct library *lib = to->lib;
  const char *charset = NULL;
  GMimeContentType *content = lib->g_mime_object_get_content_type(object);
  type[0] = 0;
  if (content != NULL) {
    const char *kind = lib->g_mime_content_type_get_media_type(content);
    const char *subtype = lib->g_mime_content_type_get_media_subtype(content);
    size_t length = 0;
    for (const char *c = kind == NULL ? "" : kind; *c != 0 && length < 60; c++) type[length++] = *c;
    type[length++] = '/';
    for (const char *c = subtype == NULL ? "" : subtype; *c != 0 && length < 127; c++) type[length++] = *c;
    type[length] = 0;
    for (char *c = type; *c != 0; c++) if (*c >= 'A' && *c <= 'Z') *c |= 0x20;
    record_text(to, CGMIME_TYPE, type);
    GMimeParamList *parameters = lib->g_mime_content_type_get_parameters(content);
    walk_parameters(to, CGMIME_PARAMETER, parameters);
    int count = parameters == NULL ? 0 : lib->g_mime_param_list_length(parameters);
    for (int i = 0; i < count && charset == NULL; i++) {
      GMimeParam *parameter = lib->g_mime_param_list_get_parameter_at(parameters, i);
      const char *name = lib->g_mime_param_get_name(parameter);
      if (name != NULL && strcasecmp(name, "charset") == 0) charset = lib->g_mime_param_get_value(parameter);
    }
  }
  GMimeContentDisposition *disposition = lib->g_mime_object_get_content_disposition(object);
  if (disposition != NULL) {
    record_text(to, CGMIME_DISPOSITION, lib->g_mime_content_disposition_get_disposition(disposition));
    walk_parameters(to, CGMIME_DISPOSITION_PARAMETER, lib->g_mime_content_disposition_get_parameters(disposition));
  }
  walk_headers(to, object);
  return charset;
}

static void walk_text(reading *to, const GByteArray *content, const char *charset) {
  const struct library *lib = to->lib;
  const char *from = lib->g_mime_charset_iconv_name(charset);
  gsize read = 0, written = 0;
  GError *error = NULL;
  gchar *text = lib->g_convert(
    content->len == 0 ? "" : (const gchar *)content->data, (gssize)content->len, "UTF-8", from, &read, &written, &error);
  /* Half a character at the end is no error to the library. */
  if (text != NULL && error == NULL && read == content->len) record(to, CGMIME_TEXT, text, written);
  lib->g_free(text);
  lib->g_clear_error(&error);
}

static void walk_content(reading *to, GMimePart *part, const char *type, const char *charset) {
  const struct library *lib = to->lib;
  GMimeDataWrapper *content = lib->g_mime_part_get_content(part);
  GMimeStream *stream = lib->g_mime_stream_mem_new();
  if (content != NULL) lib->g_mime_data_wrapper_write_to_stream(content, stream);
  const GByteArray *bytes = lib->g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
  if (bytes != NULL) {
    record(to, CGMIME_CONTENT, bytes->data, bytes->len);
    if (charset != NULL && strncmp(type, "text/", 5) == 0) walk_text(to, bytes, charset);
  }
  lib->g_object_unref(stream);
}

static void walk_message(reading *to, GMimeMessage *message, unsigned depth);

static void walk_part(reading *to, GMimeObject *object, unsigned depth) {
  const struct library *lib = to->lib;
  char type[128];
  if (object == NULL || !counts(to)) return;
  if (depth > to->limits.depth) {
    to->status = CGMIME_TOO_DEEP;
    return;
  }
  if (is(to, object, lib->g_mime_multipart_get_type())) {
    GMimeMultipart *multipart = (GMimeMultipart *)object;
    const char *before = lib->g_mime_multipart_get_prologue(multipart);
    const char *behind = lib->g_mime_multipart_get_epilogue(multipart);
    uint8_t has_text = (before != NULL && before[0] != 0) || (behind != NULL && behind[0] != 0);
    record(to, CGMIME_MULTIPART, &has_text, 1);
    walk_description(to, object, type);
    int count = lib->g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count && to->status == CGMIME_DONE; i++) {
      walk_part(to, lib->g_mime_multipart_get_part(multipart, i), depth + 1);
    }
  } else if (is(to, object, lib->g_mime_message_part_get_type())) {
    record(to, CGMIME_ENCLOSED, "", 0);
    walk_description(to, object, type);
    walk_message(to, lib->g_mime_message_part_get_message((GMimeMessagePart *)object), depth + 1);
  } else {
    record(to, CGMIME_LEAF, "", 0);
    const char *charset = walk_description(to, object, type);
    if (is(to, object, lib->g_mime_part_get_type())) walk_content(to, (GMimePart *)object, type, charset);
  }
  record(to, CGMIME_END, "", 0);
}

static void walk_message(reading *to, GMimeMessage *message, unsigned depth) {
  if (message == NULL || !counts(to)) return;
  record(to, CGMIME_MESSAGE, "", 0);
  walk_headers(to, (GMimeObject *)message);
  walk_part(to, to->lib->g_mime_message_get_mime_part(message), depth);
  record(to, CGMIME_END, "", 0);
}

static void read_message(reading *to, const uint8_t *bytes, size_t count) {
  static const char *charsets[] = {"utf-8", "iso-8859-1", NULL};
  const struct library *lib = to->lib;
  to->options = lib->g_mime_parser_options_new();
  lib->g_mime_parser_options_set_fallback_charsets(to->options, charsets);
  lib->g_mime_parser_options_set_warning_callback(to->options, warn, to);
  GMimeStream *stream = lib->g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
  GMimeParser *parser = lib->g_mime_parser_new_with_stream(stream);
  /* The parts get copies: nothing of them points into `bytes`. */
  lib->g_mime_parser_set_persist_stream(parser, FALSE);
  GMimeMessage *message = lib->g_mime_parser_construct_message(parser, to->options);
  /* Header fields are parsed when they are asked for: warnings of that would stand within the records of a part. */
  lib->g_mime_parser_options_set_warning_callback(to->options, NULL, NULL);
  if (message == NULL) {
    if (to->status == CGMIME_DONE) to->status = CGMIME_NO_MESSAGE;
  } else {
    walk_message(to, message, 0);
    lib->g_object_unref(message);
  }
  lib->g_object_unref(parser);
  lib->g_object_unref(stream);
  lib->g_mime_parser_options_free(to->options);
}

int cgmime_read(const uint8_t *bytes, size_t count, cgmime_limits limits, uint8_t **records, size_t *length) {
  *records = NULL;
  *length = 0;
  const struct library *lib = cgmime_library();
  if (lib == NULL) return CGMIME_NO_LIBRARY;
  reading to = {.lib = lib, .limits = limits};
  pthread_mutex_lock(&turn);
  read_message(&to, bytes, count);
  pthread_mutex_unlock(&turn);
  if (to.status != CGMIME_DONE) {
    free(to.bytes);
    return to.status;
  }
  *records = to.bytes;
  *length = to.count;
  return CGMIME_DONE;
}

void cgmime_free(uint8_t *records) { free(records); }
