// A check in hand: what was given, how far it is, and what became of it. It goes on while the start screen is
// drawn anew, as in the other language, or left.

const host = window.reportlintHost || null;
const given = { ruleset: "auto", rulesetFiles: [], units: "", pasted: "", files: new Map() };
const UNKNOWN = -1; // how far a check is that has nothing to count
const checking = { stopper: null, said: "", fraction: null, trouble: null };
let showChecking = () => {}; // on the start screen at hand

function tell(said, fraction) {
  Object.assign(checking, { said, fraction });
  showChecking();
}

/** The check is over, or the host is ready. */
function idle(said = "", trouble = null) {
  Object.assign(checking, { stopper: null, trouble });
  tell(said, null);
}

function stopChecking() {
  if (checking.stopper) checking.stopper.abort();
}

const refused = (error) => (error && error.zh ? error : WORDS.failure);

/** Have the host get ready, once for the page. */
function awaitHost() {
  tell(WORDS.preparing, 0);
  if (host.onLoading) host.onLoading(tell);
  Promise.resolve(host.ready).then(
    () => checking.stopper || idle(),
    (error) => idle("", refused(error)),
  );
}

/** Check what comes, `{drafts, rules, passed}`, and show what is found; one batch at a time. */
async function take(coming, show) {
  if (checking.stopper) return;
  const stopper = new AbortController();
  Object.assign(checking, { stopper, trouble: null });
  tell(WORDS.preparing, UNKNOWN);
  const { signal } = stopper;
  const stopped = new Promise((_, lose) => signal.addEventListener("abort", () => lose(WORDS.stopped)));
  try {
    const { drafts, rules, passed } = await coming;
    if (rules.length) given.rulesetFiles = rules;
    if (rules.length && !drafts.length) return idle(WORDS.rulesTaken(rules.map(({ name }) => visible(name))));
    const problem = refusal(drafts);
    if (problem) throw problem;
    const data = await Promise.race([stopped, checked(drafts, signal)]);
    given.files = new Map(drafts.map((each) => [each.path, each]));
    idle();
    show(data);
    if (passed.length) announce(WORDS.passedOver(passed.map(visible)), true, 12);
  } catch (error) {
    if (error === WORDS.stopped) idle(error);
    else idle("", refused(error));
  }
}

/** What the host says of drafts. */
async function checked(drafts, signal) {
  await host.ready;
  signal.throwIfAborted();
  const told = ({ done, total, name }) =>
    signal.aborted || tell(progressOf(done, total, visible(name || "")), total > 1 ? done / total : UNKNOWN);
  told({ done: 0, total: drafts.length, name: drafts[0].path });
  return host.check(drafts, chosenRules(), told, signal);
}

/** What is said on the way: one report is compared with nothing. */
function progressOf(done, total, name) {
  if (total === 1) return WORDS.checkingOne(name);
  return done < total ? WORDS.checking(done, total, name) : WORDS.comparing;
}

const chosenRules = () => ({
  ruleset: given.ruleset,
  rulesetFiles: given.rulesetFiles,
  units: [...new Set(given.units.split("\n").map((line) => line.trim()))].filter(Boolean),
});
