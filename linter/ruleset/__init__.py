"""Rule files to rulesets: read, inherited, compiled, kept, found by name or by title."""
