"""Word's files taken apart: package, styles, numbering, paragraphs, comments.

The reader (`linter.readers.docx`) and whatever writes into such a file (annotation) or judges its
looks (layout) share these modules, so that they agree about what a paragraph's text is.
"""
