// Keeps this tab's token: in the tab alone, or on the device if the person asked for that. The one place that knows it.
const NAME = "coach-owner";
const PAUSE = 700; // milliseconds without a key after which what was typed is sent to be kept

function stored() {
  try {
    return sessionStorage.getItem(NAME) ?? localStorage.getItem(NAME);
  } catch {
    return null; // storage is shut off: the token lives as long as the page
  }
}

function store(token, onDevice) {
  try {
    sessionStorage.setItem(NAME, token);
    if (onDevice === true) localStorage.setItem(NAME, token);
    if (onDevice === false) localStorage.removeItem(NAME);
  } catch {
    // as above
  }
}

// The secret of a link to a room stands behind #join=; it is taken out of the address before the page shows anything.
function takeSecret() {
  const found = /^#join=([\w-]{1,64})$/.exec(location.hash);
  if (!found) return "";
  history.replaceState(history.state, "", location.pathname + location.search);
  return found[1];
}

let pause;
let boxes = ""; // a selector of those whose words are kept
function keepTyping(event) {
  if (event.target.tagName !== "TEXTAREA" || !event.target.closest(boxes)) return;
  clearTimeout(pause);
  pause = setTimeout(() => {
    const keys = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true };
    event.target.dispatchEvent(new KeyboardEvent("keydown", keys));
  }, PAUSE);
}

// Whoever comes back here from another site may have left without our script: what was typed is not brought back.
if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // storage is shut off
  }
}

let mine;
function left() {
  // Leaving empties the storage first. What belongs to this token goes too; a reload leaves the storage as it is.
  if (mine && !stored()) navigator.sendBeacon("/left", mine);
}

export default function ({ data, setStateValue }) {
  const secret = takeSecret();
  boxes = data.boxes.map((key) => `[class*="st-key-${key}"]`).join();
  if (data.forget) {
    mine = data.proposed;
    store(mine, false);
  } else {
    mine = stored() ?? data.proposed;
    store(mine, data.onDevice);
  }
  const known = { token: data.token, secret: data.secret };
  if (known.token !== mine || (secret && known.secret !== secret)) {
    // "to" makes the answer to another session a new one: after a restart of the server the page is the same, and would keep silent.
    setStateValue("known", { token: mine, secret: secret || known.secret || "", to: data.proposed });
  }
  document.addEventListener("input", keepTyping);
  addEventListener("pagehide", left);
  return () => {
    document.removeEventListener("input", keepTyping);
    removeEventListener("pagehide", left);
  };
}
