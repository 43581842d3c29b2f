// Leaves at once: by the link, or by pressing Shift three times. Stands in the page itself, before any other script.
(() => {
  const LEFT = "coach-left"; // the one thing that stays: this tab left on purpose, so Back must not bring the page again

  function leave() {
    document.documentElement.hidden = true;
    document.documentElement.replaceChildren(); // nothing to see, to hear or to restore
    window.stop();
    try {
      localStorage.clear();
      sessionStorage.clear();
      sessionStorage.setItem(LEFT, "1");
    } catch {
      // storage is shut off: there is nothing in it
    }
    location.replace(AWAY);
  }

  function cameBack() {
    try {
      if (!sessionStorage.getItem(LEFT)) return false;
      if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") return true;
      sessionStorage.removeItem(LEFT); // opened anew, on purpose
    } catch {
      // as above
    }
    return false;
  }

  if (cameBack()) return leave();
  addEventListener("pageshow", (event) => {
    if (event.persisted && !document.head) leave(); // emptied above, and kept by the browser
  });

  addEventListener("click", (event) => {
    if (event.target.closest?.("a")?.href !== AWAY) return;
    event.preventDefault();
    leave();
  }, true);

  let taps = [];
  let alone = false; // Shift is down and nothing else was touched: it is no modifier
  addEventListener("keydown", (event) => {
    if (event.key === "Shift") {
      alone ||= !(event.repeat || event.ctrlKey || event.altKey || event.metaKey);
    } else {
      alone = false;
      taps = [];
    }
  }, true);
  addEventListener("pointerdown", () => { alone = false; }, true);
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    taps = [...taps.filter((time) => event.timeStamp - time < 5000), event.timeStamp];
    if (taps.length === 3) leave();
  }, true);
})();
