// Starts `reportlint server` and connects it with VS Code; everything else is the server's.

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

// Files, and what is not saved yet: no earlier versions, which comparisons show beside them.
const DOCUMENTS = ["file", "untitled"].flatMap((scheme) => [
  ...["plaintext", "markdown", "html", "yaml"].map((language) => ({ scheme, language })),
  { scheme, pattern: "**/{reportlint,pyproject}.toml" },
]);

let client;

async function start() {
  const settings = vscode.workspace.getConfiguration("reportlint");
  const [command, ...args] = settings.get("command");
  const lang = settings.get("lang") || undefined;
  client = new LanguageClient(
    "reportlint",
    "reportlint",
    { command, args },
    { documentSelector: DOCUMENTS, initializationOptions: { lang } },
  );
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(
      `reportlint 没有启动（${error.message}）。请运行 pip install 'reportlint[server]'，` +
        "或在设置 reportlint.command 里写明命令的路径。 " +
        "reportlint did not start: install it, or say in reportlint.command where it is.",
    );
  }
}

async function restart() {
  await stop();
  await start();
}

async function stop() {
  const running = client;
  client = undefined;
  if (running?.needsStop()) {
    await running.stop();
  }
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("reportlint.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("reportlint")) {
        return restart();
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
