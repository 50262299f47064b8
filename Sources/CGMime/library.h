#pragma once
#include <gmime/gmime.h>

/* The functions that are used, by their names. */
#define CGMIME_FUNCTIONS(each) \
  each(g_byte_array_free) each(g_convert) each(g_date_time_unref) each(g_free) each(g_object_unref) \
  each(g_clear_error) each(g_type_check_instance_is_a) each(g_iconv_open) each(g_iconv_close) \
  each(g_mime_charset_iconv_name) \
  each(g_mime_content_disposition_get_disposition) each(g_mime_content_disposition_get_parameters) \
  each(g_mime_content_type_get_media_subtype) each(g_mime_content_type_get_media_type) \
  each(g_mime_content_type_get_parameters) each(g_mime_data_wrapper_write_to_stream) \
  each(g_mime_header_get_name) each(g_mime_header_get_raw_value) \
  each(g_mime_header_list_get_count) each(g_mime_header_list_get_header_at) each(g_mime_init) \
  each(g_mime_message_get_mime_part) each(g_mime_message_get_type) each(g_mime_message_part_get_message) \
  each(g_mime_message_part_get_type) each(g_mime_multipart_get_count) each(g_mime_multipart_get_epilogue) \
  each(g_mime_multipart_get_part) each(g_mime_multipart_get_prologue) each(g_mime_multipart_get_type) \
  each(g_mime_object_get_content_disposition) each(g_mime_object_get_content_type) \
  each(g_mime_object_get_header_list) each(g_mime_param_get_name) each(g_mime_param_get_value) \
  each(g_mime_param_list_get_parameter_at) each(g_mime_param_list_length) each(g_mime_parser_construct_message) \
  each(g_mime_parser_new_with_stream) each(g_mime_parser_options_free) each(g_mime_parser_options_new) \
  each(g_mime_parser_options_set_fallback_charsets) each(g_mime_parser_options_set_warning_callback) \
  each(g_mime_parser_set_persist_stream) each(g_mime_part_get_content) each(g_mime_part_get_type) \
  each(g_mime_stream_mem_get_byte_array) each(g_mime_stream_mem_new) each(g_mime_stream_mem_new_with_buffer) \
  each(g_mime_utils_header_decode_date) each(g_mime_utils_header_decode_text) \
  each(g_mime_utils_header_format_date) each(g_mime_utils_header_unfold) \
  each(internet_address_get_name) each(internet_address_group_get_members) each(internet_address_group_get_type) \
  each(internet_address_list_get_address) each(internet_address_list_length) each(internet_address_list_parse) \
  each(internet_address_mailbox_get_addr) each(internet_address_mailbox_get_type)

struct library {
#define CGMIME_MEMBER(name) __typeof__(name) *name;
  CGMIME_FUNCTIONS(CGMIME_MEMBER)
#undef CGMIME_MEMBER
};

/* NULL where the library is not installed. */
const struct library *cgmime_library(void);
