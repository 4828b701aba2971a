"""The program behind other programs: editors (`editor`) and assistants (`assistant`).

What they need beyond ours comes with an extra: `pip install 'reportlint[server]'`, `reportlint[mcp]`.
"""
