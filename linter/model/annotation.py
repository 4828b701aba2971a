"""What tells our comments in a Word file: Word, WPS and LibreOffice keep it when they save the file."""

AUTHOR = "reportlint"
INITIALS = "RL"
"""Of comments written into the draft itself."""
COPY_INITIALS = "RLC"
"""Of comments written into a copy of the draft, which is no draft."""
