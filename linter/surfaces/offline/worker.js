// A worker in which Python runs. A message { id, kind, … } is answered by { id, value }, or { id, lost } when
// Python can go no further; { id, told } on the way.
(() => {
  const parts = {};
  let python;
  let inside;
  const UNPACK = `
import io, lzma, os, sys, zipfile
with lzma.open("/program.zip.xz") as packed, zipfile.ZipFile(io.BytesIO(packed.read())) as program:
    program.extractall("/program")
os.remove("/program.zip.xz")
sys.path.insert(0, "/program")
sys.dont_write_bytecode = True
`;

  // Pyodide takes a worker that may import scripts for one that cannot import modules; it need do neither here.
  self.importScripts = () => {
    throw new TypeError("all scripts are here");
  };

  // Pyodide asks for its files by address: they are here, and nothing else is.
  self.fetch = async (address) => {
    const name = String(address).split("/").pop();
    if (!(name in parts)) throw new TypeError(`not in this file: ${name}`);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(await unpacked(parts[name]), { headers: { "Content-Type": type } });
  };

  const bytesOf = (text) => (Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));

  /** The content of a part: gzip, in base64. */
  async function unpacked(text) {
    const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  const read = (file) => new Uint8Array(new FileReaderSync().readAsArrayBuffer(file));

  /** The rules as Python takes them; bytes stay those of JavaScript, as everywhere. */
  const rules = ({ ruleset, own, units, lang }) =>
    python.toPy({ ruleset, lang, units, own: own.map((file) => ({ name: file.name, data: read(file) })) }, { depth: 3 });

  const plain = ({ answer, data }) => ({ answer, data: data.toJs() });

  const work = {
    async start({ parts: given, lock }, tell) {
      Object.assign(parts, given);
      python = await loadPyodide({
        indexURL: "https://inside.invalid/",
        createPyodideModule: _createPyodideModule,
        lockFileContents: lock,
      });
      tell(0.6);
      python.FS.writeFile("/program.zip.xz", bytesOf(parts["program.zip.xz"]));
      python.runPython(UNPACK);
      tell(0.8);
      inside = python.pyimport("linter.surfaces.offline.inside");
      for (const name of Object.keys(parts)) delete parts[name];
    },

    check({ files, stopped, options }, tell) {
      const listed = files.map(({ path, file }) => ({ path, size: file.size }));
      return inside.check(python.toPy(listed), rules(options), python.toPy(stopped), (at) => read(files[at].file), tell);
    },

    annotate({ path, file, options }) {
      return plain(inside.annotate(path, read(file), rules(options), options.suggest));
    },

    bundle({ copies, leftOut, lang }) {
      return plain(inside.bundle(python.toPy(copies, { depth: 2 }), python.toPy(leftOut), lang));
    },
  };

  self.onmessage = async ({ data: { id, kind, ...given } }) => {
    try {
      const value = await work[kind](given, (told) => postMessage({ id, told }));
      postMessage({ id, value });
    } catch (error) {
      postMessage({ id, lost: String(error) });
    }
  };
})();
