"""The contents of a Word file: package, styles, numbering, paragraphs, comments, page layout.

Reading (`linter.readers.docx`), writing comments (`linter.annotate`) and the page layout share these
modules, so that they agree about what a paragraph's text is.
"""
