// The state of the page is its fragment, which browsers keep to themselves; what it shows is made on the server.
const teamsJs = "https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js";
const teamsJsHash = "sha384-sMo/EOqQPa1OCup2/VBRum7oFeOS22kvs8WGDc45xK53tUVZzFR5WwFYDUYN1LO4";
const patience = 15000;

const root = document.documentElement;
const isOpen = root.dataset.open === "true";
const isFramed = window.parent !== window;
const main = document.getElementById("main");
const status = document.getElementById("status");
const see = document.getElementById("see");
let asked = 0;
let keepFocusOn = null;
let teams = null;

class Told extends Error {}

const within = (promise, sentence) =>
  Promise.race([promise, new Promise((_, refuse) => setTimeout(() => refuse(new Told(sentence)), patience))]);

function dress(theme) {
  root.dataset.theme = theme === "dark" || theme === "contrast" ? theme : "default";
}

function load() {
  return new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = teamsJs;
    script.integrity = teamsJsHash;
    script.crossOrigin = "anonymous";
    script.onload = () => loaded(window.microsoftTeams);
    script.onerror = () => { script.remove(); failed(new Told("Teams’ own script could not be loaded. Check that this computer may reach res.cdn.office.net, then try again.")); };
    document.head.append(script);
  });
}

async function meetTeams() {
  const sdk = window.microsoftTeams ?? await load();
  await within(sdk.app.initialize(), "Teams does not answer. Close this tab, open it again, and try once more.");
  dress((await sdk.app.getContext()).app.theme);
  sdk.app.registerOnThemeChangeHandler(dress);
  return sdk;
}

async function token() {
  teams ??= await meetTeams();
  try {
    return await within(teams.authentication.getAuthToken(), "Teams took too long to sign you in. Try again in a minute.");
  } catch (problem) {
    if (problem instanceof Told) throw problem;
    throw new Told("Teams could not sign you in. An administrator has to allow this app to know who you are (consent to access_as_user) before it can show you anything. If you just allowed it yourself, try again.");
  }
}

function sentence(code) {
  if (code === 401) return isOpen
    ? "The bot does not let this page in. Open it on the computer the bot runs on, as http://localhost and its port."
    : "The bot does not accept who Teams says you are. Ask whoever looks after it whether your organisation may use it; its log says why.";
  if (code === 403) return "The bot answers its own page only. Open the page itself.";
  if (code === 429) return "That was more than the bot reads of one person in a minute. Wait for the next one and try again.";
  if (code === 503) return "The store of the plans is busy or cannot be reached just now. Try again in a minute.";
  return "Something went wrong on the bot’s side. Try again in a minute; if it happens again, tell whoever looks after it.";
}

async function fetched(view) {
  const headers = { "Content-Type": "application/json" };
  if (!isOpen) {
    if (!isFramed) throw new Told("This page works inside Teams, where you are signed in. Open TeamsPlanBot there and choose its tab.");
    headers.Authorization = `Bearer ${await token()}`;
  } else if (sessionStorage.getItem("as")) {
    view.as = sessionStorage.getItem("as");
  }

  let answer;
  try {
    answer = await fetch("/tab/view", { method: "POST", headers, body: JSON.stringify(view), credentials: "omit" });
  } catch {
    throw new Told("The bot cannot be reached. Check your connection and try again.");
  }

  if (!answer.ok) throw new Told(sentence(answer.status));
  return answer.text();
}

function mark(view) {
  const current = view.view ?? "mine";
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#view=${current}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.getElementById("question").value = current === "ask" ? view.ask ?? "" : "";
}

function tell(problem) {
  const heading = document.createElement("h1");
  heading.id = "heading";
  heading.tabIndex = -1;
  heading.textContent = "Nothing to show yet";
  const said = document.createElement("p");
  said.textContent = problem instanceof Told ? problem.message : sentence(500);
  const again = document.createElement("button");
  again.id = "again";
  again.textContent = "Try again";
  again.addEventListener("click", () => show());
  main.replaceChildren(heading, said, again);
  return said.textContent;
}

async function show(isFirst = false) {
  const view = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const mine = ++asked;
  const focus = keepFocusOn;
  keepFocusOn = null;
  mark(view);
  main.setAttribute("aria-busy", "true");
  let said = "";
  try {
    const html = await fetched(view);
    if (mine !== asked) return;
    main.innerHTML = html;
  } catch (problem) {
    if (mine !== asked) return;
    said = tell(problem);
  }

  main.removeAttribute("aria-busy");
  const heading = document.getElementById("heading");
  document.title = `${heading.textContent} – Improvement plans`;
  status.textContent = said || heading.textContent;
  const target = focus && document.getElementById(focus) || heading;
  if (!isFirst) {
    target.focus({ preventScroll: true });
    if (target === heading) window.scrollTo(0, 0);
  }
}

function go(fields, focus) {
  const hash = `#${new URLSearchParams(fields.filter(([, value]) => value))}`;
  keepFocusOn = focus;
  if (hash === location.hash) show();
  else location.hash = hash;
}

document.addEventListener("submit", event => {
  event.preventDefault();
  const form = event.target;
  if (form.id === "ask") {
    const words = document.getElementById("question").value.trim();
    if (words) go([["view", "ask"], ["ask", words]], null);
  } else if (form === see) {
    sessionStorage.setItem("as", document.getElementById("as").value.trim());
    show();
  } else {
    go([["view", form.dataset.view], ...new FormData(form)], "narrow");
  }
});

document.querySelector(".skip").addEventListener("click", event => {
  event.preventDefault();
  (document.getElementById("heading") ?? main).focus();
});

addEventListener("hashchange", () => show());

if (isOpen) {
  see.hidden = false;
  document.getElementById("as").value = sessionStorage.getItem("as") ?? "";
}

show(true);
