"""The records of compat/runner/records.ts, the lines they are printed as, and the command line."""

import hashlib
import struct
import sys
import threading

FIRST_TIMESTAMP = 1_700_000_000_000


def key_of(i):
    if i % 5 == 4:
        return None
    if i % 10 == 0:
        return b""
    return struct.pack(">I", i) + b"\xff\x00"


def value_of(i):
    if i % 7 == 3:
        return None
    if i % 11 == 5:
        return b""
    size = 50_000 if i % 1000 == 999 else i * 31 % 700
    return bytes((i * 7 + j * 13) & 0xFF for j in range(size))


def header_value(i, h):
    if (i + h) % 3 == 0:
        return None
    return b"" if (i + h) % 3 == 1 else f"value-{i}".encode()


def headers_of(i):
    return [(f"h{h >> 1}", header_value(i, h)) for h in range(i % 4)]


def hexed(data):
    if data is None:
        return "-"
    return data.hex() or "."


def print_record(partition, offset, timestamp, key, value, headers):
    shown = "-" if value is None else f"{len(value)}:{hashlib.sha256(value).hexdigest()[:16]}"
    named = ",".join(f"{name}={hexed(data)}" for name, data in headers or []) or "-"
    print("record", partition, offset, timestamp, hexed(key), shown, named)


def print_assigned(partitions):
    print(" ".join(["assigned", ",".join(str(p) for p in sorted(partitions))]).strip(), flush=True)


def arguments():
    """The command and its settings."""
    return sys.argv[1], dict(argument.split("=", 1) for argument in sys.argv[2:])


def when_told_to_stop(stop):
    """Calls `stop` on another thread when standard input says so, or ends."""

    def listen():
        for line in sys.stdin:
            if line.strip() == "stop":
                break
        stop()

    threading.Thread(target=listen, daemon=True).start()
