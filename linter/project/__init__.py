"""A folder of drafts: its configuration, its files, the file of suppressions next to a draft."""
