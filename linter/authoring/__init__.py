"""The tools of rule authors: rules tested, explained, written out, derived from a report, made a draft."""
