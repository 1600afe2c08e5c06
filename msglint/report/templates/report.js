
"use strict";
(() => {
  const form = document.querySelector(".filter");
  if (form) filterWith(form);
  document.querySelectorAll("[data-copy]").forEach(addCopyButton);

  function filterWith(form) {
    const cards = [...document.querySelectorAll(".card")].map((card) => ({
      card,
      severity: card.dataset.severity,
      words: `${card.parentElement.querySelector("h2").textContent} ${card.textContent}`.toLowerCase(),
    }));
    const assets = [...document.querySelectorAll(".asset")];
    const show = () => {
      const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
      const words = form.elements.words.value.trim().toLowerCase();
      let shown = 0;
      for (const { card, severity, words: own } of cards) {
        card.hidden = !severities.has(severity) || !own.includes(words);
        shown += !card.hidden;
      }
      for (const asset of assets) asset.hidden = !asset.querySelector(".card:not([hidden])");
      form.querySelector("output").textContent = shown === cards.length ? "" : `${shown} of ${cards.length} shown`;
    };
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    show();
  }

  function addCopyButton(quote) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy this wording";
    button.addEventListener("click", async () => {
      button.textContent = (await copied(quote)) ? "Copied" : "Selected: press Ctrl+C or ⌘C";
      setTimeout(() => { button.textContent = "Copy this wording"; }, 2500);
    });
    quote.after(button);
  }

  async function copied(quote) {
    try {
      await navigator.clipboard.writeText(quote.textContent);
      return true;
    } catch {
      // Not allowed here: select the words so that one keystroke copies them.
      getSelection().selectAllChildren(quote);
      return false;
    }
  }
})();
