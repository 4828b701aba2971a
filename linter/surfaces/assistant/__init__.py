"""The MCP server: an assistant that drafts a report has it judged until it passes.

`server` names the tools and what each may be given, `answers` the types of what they give back; `checking`
judges what comes from the assistant as a stranger's file, `reading` gives it files of one folder and no
others, `rules` tells it of rulesets. Nothing is written, and nothing is sent anywhere.
"""
