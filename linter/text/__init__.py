"""Chinese office text itself: characters, numerals, measure words, sentences, dates, patterns.

Each notion is defined once, here, and used everywhere else. Nothing in this package knows a document
or a rule; its modules import each other and nothing else of the program.
"""
