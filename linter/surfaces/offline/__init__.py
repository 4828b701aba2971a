"""The offline page: one HTML file in which the whole program runs in WebAssembly.

| module | what it does |
|---|---|
| `building` | makes the file |
| `ingredients` | what it takes from package registries, pinned by `ingredients.json` |
| `archive` | the program, the packages it needs and its rulesets, as one archive |
| `inside` | the program's side in the page: files in, the data of the page out |
| `worker.js` | starts Python in a worker, and hands files to `inside` |
| `host.js` | what the page of `linter/reporters/page` asks; starts the worker again when a file ends it |
"""
