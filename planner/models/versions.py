"""The numbers by which a file is known as ours and by which version wrote it."""

APPLICATION_ID = 0x52544147  # "RTAG", in the SQLite header at byte 68
FILE_VERSION = 4
