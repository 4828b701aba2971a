// The server as the host of the page: what `page/start.js` asks of it goes over HTTP, as `upload.py` and
// `app.py` of the server have it. `served` is given: {rulesets, limits, suffixes}.

const encoder = new TextEncoder();

async function ask(address, { ruleset, rulesetFiles, units, suggest }, files, signal) {
  const rules = rulesetFiles.map((file) => ({ path: file.name, file }));
  const entries = (list) => list.map(({ path, file }) => [path, file.size]);
  const lang = document.documentElement.lang === "en" ? "en" : "zh";
  const manifest = JSON.stringify([ruleset, lang, Boolean(suggest), entries(rules), entries(files), units]);
  const parts = [...rules, ...files].map(({ file }) => file);
  const body = new Blob([encoder.encode(`${manifest}\n`), ...parts]);
  let answer;
  try {
    const headers = { "Content-Type": "application/x-reportlint" };
    answer = await fetch(address, { method: "POST", body, headers, signal });
  } catch {
    throw { zh: "连不上服务器，或有文件在提交时改动过。请确认服务器还在运行，再试一次", en: "the server cannot be reached, or a file changed meanwhile; see that it runs, and try again" };
  }
  if (!isOurs(answer)) throw foreign(answer.status);
  return chunks(answer.body.getReader());
}

/** Whether the application answered: not another server, a proxy, or one that has another address by now. */
const isOurs = (answer) => (answer.headers.get("Content-Type") || "").startsWith("application/x-ndjson");

const foreign = (status) =>
  status === 404
    ? { zh: "这个地址已经失效，多半是服务器重新启动过。请用启动时显示的新地址打开", en: "this address is no longer served: the server was started again, most likely; open the address that it shows" }
    : { zh: `服务器没有受理（HTTP ${status}）。请稍后再试，或重新打开这一页`, en: `the server did not take it (HTTP ${status}); try again later, or open this page again` };

/** What comes, by lines and then as the bytes that are left. */
function chunks(reader) {
  let held = [];
  const next = async () => {
    const { done, value } = await reader.read().catch(() => ({ done: true }));
    return done ? null : value;
  };
  return {
    async line() {
      const parts = held;
      held = [];
      for (let piece = parts.pop() || (await next()); piece; piece = await next()) {
        const end = piece.indexOf(10);
        parts.push(end < 0 ? piece : piece.subarray(0, end));
        if (end < 0) continue;
        held = [piece.subarray(end + 1)];
        const value = JSON.parse(await new Blob(parts).text());
        if (value.error) throw value.error;
        return value;
      }
      throw { zh: "服务器中断了回答，请再试一次", en: "the server broke off its answer; try again" };
    },
    async rest() {
      const parts = held;
      for (let piece = await next(); piece; piece = await next()) parts.push(piece);
      return new Blob(parts);
    },
  };
}

window.reportlintHost = {
  kind: "served",
  ready: Promise.resolve(),
  ...served,
  async check(files, rules, onProgress, signal) {
    const answer = await ask("check", rules, files, signal);
    for (;;) {
      const { progress, page } = await answer.line();
      if (page) return page;
      const [done, total] = progress;
      onProgress({ done, total, name: files[done - 1].path });
    }
  },
  async annotate(draft, rules) {
    const answer = await ask("annotate", rules, [draft]);
    const { file } = await answer.line();
    return { name: file, blob: await answer.rest() };
  },
};
