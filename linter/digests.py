"""BLAKE2, without the OpenSSL that `hashlib` loads for other digests: that takes a third of the time in which
Python itself starts (`benchmarks/tricks.py`).
"""

try:
    from _blake2 import blake2b
except ImportError:  # a Python that has it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
