function findCutText(root) {
  const tolerance = 1.5;
  const found = new Map();
  const card = root.getBoundingClientRect();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);

  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent.trim();
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0);
    if (!text || boxes.length === 0 || getComputedStyle(node.parentElement).visibility === 'hidden') {
      continue;
    }

    const left = Math.min(...boxes.map(box => box.left));
    const right = Math.max(...boxes.map(box => box.right));
    const bottom = Math.max(...boxes.map(box => box.bottom));
    if (right > card.right + tolerance || left < card.left - tolerance) {
      found.set(text, 'runs out of the card');
      continue;
    }

    for (let box = node.parentElement; box && box !== root; box = box.parentElement) {
      const style = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const hides = value => value === 'hidden' || value === 'clip';
      const shortened = style.textOverflow === 'ellipsis' && box.scrollWidth > box.clientWidth + 1;
      if (hides(style.overflowX) && (shortened || right > edge.right + tolerance || left < edge.left - tolerance)) {
        found.set(text, 'is cut off at the side');
        break;
      }

      // A line's box may reach a little over its element without any ink being lost.
      if (hides(style.overflowY) && bottom > edge.bottom + 4) {
        found.set(text, 'is cut off at the bottom');
        break;
      }
    }
  }

  return [...found].map(([text, where]) => ({ text, where }));
}
