"""Hostile files, made at random by their structure: nothing may come out but a verdict or a reason.

`python -m tests.fuzz 100000` tries so many inputs, spread over all kinds, and prints a table: a long run by
hand. `tests/fuzz/test_fuzz.py` tries a few of each kind with a fixed seed, in CI. What a run finds becomes a
small test where the fault was.

- `snippets`: pieces of reports, and what is odd in texts; a text is made of them.
- `changes`: what is done to bytes, XML, packed files and lines.
- `files`: an input of each kind, from a random generator.
- `trials`: what the program does with an input, and what must hold of it.
- `runs`: many trials in processes with bounds of time and memory.
"""
