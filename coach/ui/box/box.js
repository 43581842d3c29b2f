// Beside one of Streamlit's text areas: sends what is typed after a pause, and copies what stands in it.
const PAUSE = 500; // milliseconds without a key

function send(area) {
  const keys = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true };
  area.dispatchEvent(new KeyboardEvent("keydown", keys));
}

// Once somebody has said something, what they said and the answer to it come into view.
const shown = new Map();
function follow(key, turn, selector) {
  const before = shown.get(key);
  shown.set(key, turn);
  if (before === undefined || before === turn) return;
  const all = document.querySelectorAll(selector);
  all[all.length - 1]?.scrollIntoView({ block: "start" });
}

export default function ({ data, parentElement }) {
  const find = () => document.querySelector(`.st-key-${data.key} textarea`);
  const tools = parentElement.querySelector(".box-tools");
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.textContent = data.copy;
  status.setAttribute("role", "status");
  tools.replaceChildren(button, status);

  if (data.follow) requestAnimationFrame(() => follow(data.key, data.turn, data.follow));
  let pause;
  const typed = (event) => {
    if (event.target !== find() || event.isComposing) return;
    status.textContent = "";
    clearTimeout(pause);
    if (data.live) pause = setTimeout(() => send(event.target), PAUSE);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(find()?.value ?? "");
    status.textContent = data.copied;
  };
  button.addEventListener("click", copy);
  document.addEventListener("input", typed);
  return () => {
    clearTimeout(pause);
    document.removeEventListener("input", typed);
  };
}
