// A card counts as fresh until something is said or pressed after it, and again once its words have changed:
// without this an answer could be taken for the earlier one with the same words.
window.seenCards = {
  words: card => card.innerText.replace(/\s+/g, ' ').trim(),
  all: () => [...document.querySelectorAll('.ac-adaptiveCard')],

  remember() {
    for (const card of this.all()) {
      card.dataset.seenWords = this.words(card);
    }
  },

  fresh(text) {
    const wanted = text.replace(/\s+/g, ' ').trim();
    const found = this.all().find(card => card.dataset.seenWords !== this.words(card) && this.words(card).includes(wanted));
    if (!found) {
      return null;
    }

    document.querySelector('[data-waited-for]')?.removeAttribute('data-waited-for');
    found.dataset.waitedFor = '';
    return this.words(found);
  },
};
