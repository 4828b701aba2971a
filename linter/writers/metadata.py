"""What a file is besides its content: a file that takes the place of another takes this over."""

import os
import stat
from contextlib import suppress


def keep(old: str, new: str, found: os.stat_result) -> None:
    """Give the file at `new` the owner, mode and attributes of the one at `old`, which `found` describes.

    As far as the user may and the system knows them: extended attributes, of which access lists are some,
    are kept on Linux only. A program that ran with its owner's rights does not run with another's.
    Raises OSError: the mode cannot be set.
    """
    mode = stat.S_IMODE(found.st_mode)
    if not _keep_owner(new, found):
        mode &= 0o1777
    os.chmod(new, mode)
    if hasattr(os, "listxattr"):
        _keep_attributes(old, new)


def _keep_owner(new: str, found: os.stat_result) -> bool:
    """Whether the file has the owner and group wanted, or the system knows neither."""
    if not hasattr(os, "chown"):
        return True
    made = os.stat(new)
    if (made.st_uid, made.st_gid) == (found.st_uid, found.st_gid):
        return True
    with suppress(PermissionError):
        os.chown(new, found.st_uid, found.st_gid)
        return True
    with suppress(PermissionError):  # one's own file may go to any group that one is in
        os.chown(new, -1, found.st_gid)
    return False


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
