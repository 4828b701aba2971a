"""The language server: drafts and rule files are judged in the editor while they are written.

`server` connects what an editor asks (one line a request) with the modules that answer it:

- `documents`: the open files; each is judged a moment after its last change, outside of the loop that
  answers requests, so that none of them can stop it;
- `judging`: the text of a file in, a `Verdict` out; `projects`: the configuration and rules for a file;
- `diagnostics`, `fixes`, `silencing`, `hovers`, `lenses`, `symbols`: an `OpenFile` in, the protocol's out;
- `rule_cursor`, `rule_keys`, `settings_keys`, `completion`: what may be written at a place of a rule file or
  of the configuration.

A file is known by its URI. What is found has lines and columns in code points; `positions` turns them into
what the editor counts in.
"""
