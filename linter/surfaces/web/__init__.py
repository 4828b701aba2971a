"""The local server: the page of `reporters/html` with files to drop, for one machine or an office's network.

`gate` lets only those ask who opened the page, and `upload` takes what they send: one line that says what
comes, then the bytes, never written to a disk. `memory` holds what all of it may take. `visits` has it
judged as strangers' files and gives the lines of the answer, `app` says which address does what. `server`
makes the page, with `host.js` for its side of the conversation, listens, and ends with Ctrl-C.

Nothing is kept when an answer is sent: there is no name, number or cookie by which a visitor, or anybody
else, could ask for it again.
"""
