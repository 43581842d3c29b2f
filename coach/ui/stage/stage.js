// Draws one step of a presentation at a time. Every word is put in as text; nothing is kept once it is cleared.
const stages = new WeakMap(); // by the element it stands in: what outlasts a run of the page

const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " "];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];
const LEAST = 17; // pixels; smaller words scroll instead
const BUTTONS = [
  ["back", "Back", "ArrowLeft"],
  ["next", "Next", "ArrowRight"],
  ["hide", "Hide", "H"],
  ["beside", "Side by side", "S"],
  ["full", "Full screen", "F"],
  ["edit", "Change", ""],
  ["clear", "Clear", ""],
];

function make(tag, cls, ...children) {
  const made = document.createElement(tag);
  if (cls) made.className = cls;
  made.append(...children);
  return made;
}

function marked(version, upTo) {
  const line = make("p", "said");
  line.dir = "auto";
  for (const piece of version.pieces) {
    const shown = piece.marks.filter((number) => number <= upTo);
    const ends = piece.ends.filter((number) => number <= upTo);
    if (!shown.length) {
      line.append(make("span", "", piece.text));
      continue;
    }
    const mark = make("mark", shown.includes(upTo) ? "now" : "", piece.text);
    for (const number of ends) mark.append(make("sup", "", ` [${number}]`));
    line.append(mark);
  }
  return line;
}

function list(lines, count = lines.length) {
  const made = make("dl");
  for (const { name, text, said } of lines.slice(0, count)) {
    const words = make("dd", said ? "serif" : "how", text);
    words.dir = "auto";
    made.append(make("dt", "", name), words);
  }
  return made;
}

function column(title, version) {
  const made = make("div", "", make("h2", "", title), marked(version, version.reasons.length));
  if (version.reasons.length) {
    made.append(make("ol", "", ...version.reasons.map(({ kind }) => make("li", "", kind))));
  }
  return made;
}

class Stage {
  constructor(root) {
    this.root = root;
    this.number = null;
    this.title = make("h1");
    this.count = make("p");
    this.view = make("div", "view");
    this.view.tabIndex = 0; // long words scroll by keyboard too
    this.view.setAttribute("role", "group");
    this.view.setAttribute("aria-label", "The sentence");
    this.forms = make("div", "forms");
    this.forms.setAttribute("role", "group");
    this.forms.setAttribute("aria-label", "Form");
    this.heard = make("p", "unseen");
    this.heard.setAttribute("role", "status");
    this.bar = make("div", "bar");
    this.buttons = {};
    for (const [name, label, key] of BUTTONS) {
      const button = make("button", "", label);
      button.type = "button";
      if (key) button.setAttribute("aria-keyshortcuts", key);
      if (name === "full") this.bar.append(make("span", "gap"));
      button.onclick = (event) => this.press(name, event.detail > 0);
      this.bar.append(button);
      this.buttons[name] = button;
    }
    this.whole = make("section", "stage", make("div", "top", this.title, this.count), this.forms, this.view, this.bar, this.heard);
    this.whole.tabIndex = -1;
    this.whole.setAttribute("aria-label", "Presenter");
    root.append(this.whole);
    this.sized = new ResizeObserver(() => this.fit());
    this.sized.observe(this.whole);
  }

  show(data) {
    const fresh = data.number !== this.number;
    this.data = data;
    if (fresh) {
      Object.assign(this, { number: data.number, place: 0, form: 0, hidden: false, beside: false });
    }
    this.forms.replaceChildren(
      ...data.lenses.map(({ name }, place) => {
        const button = make("button", "", name);
        button.type = "button";
        button.setAttribute("aria-keyshortcuts", String(place + 1));
        button.onclick = () => this.turn(place);
        return button;
      }),
    );
    this.draw();
    if (fresh) this.whole.focus();
  }

  get step() {
    const beside = { name: "beside", title: "Side by side", count: 0 };
    return this.beside && this.data.beside ? beside : this.data.steps[this.place];
  }

  press(name, byPointer) {
    if (name === "back") this.go(this.place - 1);
    if (name === "next") this.go(this.place + 1);
    if (name === "hide") this.hidden = !this.hidden;
    if (name === "beside") this.beside = !this.beside;
    if (name === "full") {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen?.().catch(() => {});
    }
    if (name === "edit" || name === "clear") {
      this.remove();
      this.tell(name, true);
      return;
    }
    this.draw();
    if (byPointer) this.whole.focus(); // so that the space bar goes on
  }

  go(place) {
    if (this.beside) {
      this.beside = false;
      return;
    }
    this.place = Math.max(0, Math.min(this.data.steps.length - 1, place));
  }

  turn(form) {
    const place = this.data.steps.findIndex(({ name }) => name === "lens");
    if (place < 0 || form >= this.data.lenses.length) return;
    Object.assign(this, { place, form, beside: false });
    this.draw();
  }

  onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.composedPath()[0];
    if (target.closest?.("input, textarea, select, [contenteditable]")) return;
    const onButton = target.closest?.("button, a, summary, [role=button]");
    if (onButton && (event.key === " " || event.key === "Enter")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (NEXT.includes(key)) this.go(this.place + 1);
    else if (BACK.includes(key)) this.go(this.place - 1);
    else if (key === "Home") this.go(0);
    else if (key === "End") this.go(this.data.steps.length - 1);
    else if (key === "h" || key === "b" || key === ".") this.hidden = !this.hidden;
    else if (key === "s") this.beside = !this.beside;
    else if (key === "f") this.press("full", false);
    else if (/^[1-9]$/.test(key)) this.turn(Number(key) - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.draw();
  }

  draw() {
    const { step, data } = this;
    this.title.textContent = this.hidden ? "Hidden" : step.title;
    this.count.textContent = `${this.place + 1} of ${data.steps.length}`;
    this.view.replaceChildren(...(this.hidden ? [make("p", "said", "Press H to go on.")] : this.content(step)));
    this.forms.hidden = this.hidden || step.name !== "lens";
    this.forms.style.display = this.forms.hidden ? "none" : "";
    [...this.forms.children].forEach((button, place) => button.setAttribute("aria-pressed", place === this.form));
    this.buttons.hide.setAttribute("aria-pressed", this.hidden);
    this.buttons.beside.setAttribute("aria-pressed", this.step.name === "beside");
    this.buttons.back.disabled = this.place === 0 && !this.beside;
    this.buttons.next.disabled = this.place === data.steps.length - 1;
    this.view.scrollTop = 0;
    this.fit();
    this.heard.textContent = `${this.title.textContent}. ${this.hidden ? "" : this.view.innerText}`;
  }

  content(step) {
    const { data } = this;
    const note = data.note && step.name === "said" ? [make("p", "why", data.note)] : [];
    if (step.name === "said") return [marked(data.said, 0), ...note];
    if (step.name === "heard") {
      const reason = data.said.reasons[step.count - 1];
      const why = reason
        ? make("div", "why", make("strong", "", `${reason.kind} [${step.count}]`), make("span", "", reason.why))
        : make("p", "why", "Nothing in it is likely to sting.");
      return [marked(data.said, step.count), why];
    }
    if (step.name === "parts") return [list(data.parts, step.count)];
    if (step.name === "lens") return [list(data.lenses[this.form].lines)];
    if (step.name === "draft") {
      const draft = data.drafts[step.count];
      const words = make("p", "said serif", draft.text);
      words.dir = "auto";
      return [make("h2", "", draft.name), words];
    }
    return [make("div", "pair", column("As it was said", data.said), column("Another way", data.beside))];
  }

  fit() {
    let size = Math.max(LEAST, Math.min(this.view.clientWidth / 15, this.view.clientHeight / 6));
    const over = () => this.view.scrollHeight > this.view.clientHeight + 1;
    this.view.style.fontSize = `${size}px`;
    while (size > LEAST && over()) {
      size = Math.max(LEAST, size * 0.95);
      this.view.style.fontSize = `${size}px`;
    }
  }

  remove() {
    this.sized.disconnect();
    this.whole.remove();
    this.data = null;
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let known = stages.get(parentElement);
  if (!known) {
    known = new Stage(parentElement);
    known.keys = (event) => known.data && known.onKey(event);
    document.addEventListener("keydown", known.keys, true);
    stages.set(parentElement, known);
  }
  known.tell = setTriggerValue;
  known.show(data);
  return () => {
    document.removeEventListener("keydown", known.keys, true);
    known.remove();
    stages.delete(parentElement);
    if (document.fullscreenElement) document.exitFullscreen();
  };
}
