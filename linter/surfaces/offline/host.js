// The host of the offline page (see start.js): checks files by Python in a worker, in this page and nowhere else.
// A file that ends the worker, or keeps it busy for too long, is left out, and the others are checked by a new one.
(() => {
  const { parts, worker: code, lock, rulesets, suffixes } = window.reportlintOffline;
  const PATIENCE = 120000; // milliseconds for one file
  const COMPARING = 5000; // milliseconds for each, when all are compared
  const LOADING = { zh: "正在启动检查程序…", en: "Starting the program…" };
  const UNABLE = {
    zh: "检查程序启动不了。请用新版的 Edge、Chrome、Firefox 或 Safari 打开；已是新版的，请关掉别的网页再试",
    en: "the program cannot start here; open this file in a current Edge, Chrome, Firefox or Safari, with fewer other pages open",
  };
  const STOPPED = {
    zh: "检查程序停了下来，没有完成。请重新打开这个页面，分几次检查",
    en: "the program stopped before it was done; open this page again and check the files in several goes",
  };

  class Lost extends Error {}

  let worker;
  let waiting; // what the worker is doing
  let listener = () => {};
  let last = 0;

  function end(reason, isFault = true) {
    if (!waiting) return;
    worker.terminate();
    clearTimeout(waiting.timer);
    if (isFault) console.error(`reportlint: ${reason}`);
    waiting.reject(new Lost(reason));
    waiting = null;
  }

  function patient(limit = PATIENCE) {
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(() => end("no answer"), limit);
  }

  function ask(kind, given, onTold = () => {}) {
    return new Promise((resolve, reject) => {
      waiting = { id: ++last, resolve, reject, onTold };
      patient();
      worker.postMessage({ id: last, kind, ...given });
    });
  }

  function answered({ data: { id, value, told, lost } }) {
    if (!waiting || id !== waiting.id) return;
    if (lost !== undefined) return end(lost);
    patient(told !== undefined ? waiting.onTold(told) : PATIENCE);
    if (told !== undefined) return;
    clearTimeout(waiting.timer);
    waiting.resolve(value);
    waiting = null;
  }

  async function start() {
    const packed = Uint8Array.from(atob(code), (sign) => sign.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = new Blob([await new Response(stream).arrayBuffer()], { type: "text/javascript" });
    const address = URL.createObjectURL(script);
    worker = new Worker(address);
    worker.onmessage = answered;
    worker.onerror = (event) => end(event.message);
    listener(LOADING, 0.2);
    await ask("start", { parts, lock }, (fraction) => listener(LOADING, fraction));
    URL.revokeObjectURL(address);
  }

  let ready = start();
  // The next worker, after a stop or a file that ended this one, starts unseen: what was said then stays.
  ready.then(() => (listener = () => {}), () => {});

  /** One piece of work after another, each with a worker that lives. */
  function queued(work) {
    const done = ready.then(work);
    ready = done.then(
      () => {},
      (error) => (error instanceof Lost ? start() : undefined),
    );
    return done;
  }

  const value = (answer) => {
    const { value: found, error } = JSON.parse(answer);
    if (error) throw error;
    return found;
  };

  const rules = ({ ruleset, rulesetFiles, units, suggest }) => ({
    ruleset,
    units,
    own: rulesetFiles,
    suggest: Boolean(suggest),
    lang: document.documentElement.lang === "en" ? "en" : "zh",
  });

  async function check(files, options, onProgress, signal) {
    signal?.addEventListener("abort", () => end("stopped", false));
    const stopped = [];
    let reached = 0; // copies are judged again: the progress does not go back
    for (;;) {
      let at = -1;
      const tell = (index) => {
        const isJudged = index === files.length; // all are, and now compared: no file is to blame
        at = isJudged ? -1 : index;
        if (index >= reached) onProgress({ done: index, total: files.length, name: files[index]?.path });
        reached = Math.max(reached, index);
        return isJudged ? PATIENCE + COMPARING * files.length : PATIENCE;
      };
      try {
        return value(await queued(() => ask("check", { files, stopped, options: rules(options) }, tell)));
      } catch (error) {
        if (!(error instanceof Lost) || signal?.aborted) throw error;
        if (at < 0 || stopped.includes(at)) throw STOPPED;
        stopped.push(at);
      }
    }
  }

  /** Name and content of a file that the worker makes. */
  async function made(kind, given) {
    try {
      const { answer, data } = await queued(() => ask(kind, given));
      return { name: value(answer), data };
    } catch (error) {
      throw error instanceof Lost ? STOPPED : error;
    }
  }

  const download = ({ name, data }) => ({ name, blob: new Blob([data]) });

  const copy = ({ path, file }, options) => made("annotate", { path, file, options: rules(options) });

  async function annotateAll(drafts, options, onProgress) {
    const [copies, leftOut] = [[], []];
    for (const [index, draft] of drafts.entries()) {
      onProgress({ done: index, total: drafts.length, name: draft.path });
      try {
        const { name, data } = await copy(draft, options);
        copies.push({ name: draft.path.replace(/[^/]*$/, "") + name, data });
      } catch (error) {
        leftOut.push(error);
      }
    }
    if (!copies.length) throw leftOut[0];
    const { lang } = rules(options);
    return download(await made("bundle", { copies, leftOut: leftOut.map((error) => error[lang]), lang }));
  }

  window.reportlintHost = {
    kind: "offline",
    rulesets,
    suffixes,
    limits: null,
    ready: ready.catch(() => {
      throw UNABLE;
    }),
    onLoading: (tell) => (listener = tell),
    check,
    annotate: async (draft, options) => download(await copy(draft, options)),
    annotateAll,
  };
})();
