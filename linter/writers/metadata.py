"""What a file is besides its content: a file that takes the place of another takes this over."""

import os
import stat
from contextlib import suppress


def keep(old: str, new: str, found: os.stat_result) -> None:
    """Give the file at `new` the owner, mode and attributes of the one at `old`, which `found` describes.

    As far as the user may and the system knows them: extended attributes, of which access lists are some,
    are kept on Linux only. Raises OSError: the mode cannot be set.
    """
    if hasattr(os, "chown"):
        _keep_owner(new, found)
    made = os.stat(new)
    mode = _mode(made, found)
    if stat.S_IMODE(made.st_mode) != mode:  # some file systems refuse to set even what is so
        os.chmod(new, mode)
    if hasattr(os, "listxattr"):
        _keep_attributes(old, new)


def _keep_owner(new: str, found: os.stat_result) -> None:
    made = os.stat(new)
    if (made.st_uid, made.st_gid) == (found.st_uid, found.st_gid):
        return
    try:
        os.chown(new, found.st_uid, found.st_gid)
    except PermissionError:
        with suppress(PermissionError):  # one's own file may go to any group that one is in
            os.chown(new, -1, found.st_gid)


def _mode(made: os.stat_result, found: os.stat_result) -> int:
    """The mode of `found`; where owner or group could not stay, nobody else gets their rights."""
    mode = stat.S_IMODE(found.st_mode)
    if (made.st_uid, made.st_gid) != (found.st_uid, found.st_gid):
        mode &= ~(stat.S_ISUID | stat.S_ISGID)
    if made.st_gid != found.st_gid:
        mode &= ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    return mode


def _keep_attributes(old: str, new: str) -> None:
    """Those that a file system does not have, or that only the administrator may set, are left out."""
    with suppress(OSError):
        wanted = {name: os.getxattr(old, name) for name in os.listxattr(old)}
        for name in set(os.listxattr(new)) - set(wanted):  # as a folder gives them to what is new in it
            with suppress(OSError):
                os.removexattr(new, name)
        for name, value in wanted.items():
            with suppress(OSError):
                os.setxattr(new, name, value)
