"""The program behind other programs: editors (`editor`), assistants (`assistant`) and browsers (`web`).

What they need beyond ours comes with an extra: `pip install 'reportlint[server]'`, `[mcp]`, `[web]`.
"""
