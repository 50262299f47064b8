"""libcaveat by ctypes: the functions of caveat.h, with values of Python."""

import contextlib
import ctypes
import os
import pathlib

_SEVERITIES = ("info", "warning", "error")
_WRONG_USE = 2


class _Finding(ctypes.Structure):
    _fields_ = [
        *((name, ctypes.c_char_p) for name in ("rule", "assertion", "message", "authority", "fix")),
        *((name, ctypes.c_uint64) for name in ("offset", "length", "line", "column")),
        ("severity", ctypes.c_int32),
        ("depth", ctypes.c_uint32),
    ]


def _load():
    """The library of CAVEAT_LIBRARY, that of the wheel, or that of the system."""
    named = os.environ.get("CAVEAT_LIBRARY")
    beside = pathlib.Path(__file__).with_name("libcaveat.so.0")
    return ctypes.CDLL(named or (str(beside) if beside.exists() else "libcaveat.so.0"))


def _declare(library):
    handle, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int32
    pointer = ctypes.POINTER
    declarations = {
        "caveat_version": (text, []),
        "caveat_checker_create": (number, [text, pointer(handle)]),
        "caveat_checker_destroy": (None, [handle]),
        "caveat_check": (number, [handle, text, ctypes.c_size_t, text, pointer(handle)]),
        "caveat_result_destroy": (None, [handle]),
        "caveat_result_count": (ctypes.c_size_t, [handle]),
        "caveat_result_finding": (ctypes.c_bool, [handle, ctypes.c_size_t, pointer(_Finding)]),
        "caveat_result_json": (text, [handle, pointer(ctypes.c_size_t)]),
    }
    for name in ("problem", "verdict", "form", "profile", "level"):
        declarations[f"caveat_result_{name}"] = (text, [handle])
    for name, (result, arguments) in declarations.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


_caveat = _declare(_load())


def _encoded(text):
    """A text for C. One with a zero byte would be cut there: no name has one."""
    if text is None:
        return None
    if "\0" in text:
        raise ValueError("a name holds no zero byte")
    return text.encode()


def _decoded(text):
    return None if text is None else text.decode()


def version():
    return _decoded(_caveat.caveat_version())


def create(profile):
    handle = ctypes.c_void_p()
    _caveat.caveat_checker_create(_encoded(profile), ctypes.byref(handle))
    return handle.value


def destroy(handle):
    _caveat.caveat_checker_destroy(handle)


@contextlib.contextmanager
def checking(checker, document, form):
    """The result of a check, which is given back at the end; None for a form of no such name."""
    document = bytes(document)
    handle = ctypes.c_void_p()
    status = _caveat.caveat_check(checker, document, len(document), _encoded(form), ctypes.byref(handle))
    if status == _WRONG_USE:
        yield None
        return
    try:
        yield handle.value
    finally:
        _caveat.caveat_result_destroy(handle.value)


def text(name, handle):
    return _decoded(getattr(_caveat, f"caveat_result_{name}")(handle))


def findings(handle):
    for index in range(_caveat.caveat_result_count(handle)):
        finding = _Finding()
        if not _caveat.caveat_result_finding(handle, index, ctypes.byref(finding)):
            raise IndexError(index)
        values = {name: getattr(finding, name) for name, _ in _Finding._fields_}
        for name, value in values.items():
            if isinstance(value, bytes):
                values[name] = value.decode()
        values["severity"] = _SEVERITIES[finding.severity]
        yield values


def report(handle):
    return _caveat.caveat_result_json(handle, None)
