AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text;
  result.didProcess = false;
};

async function drawCard({ card: json, theme, width }) {
  const place = document.getElementById('card');
  place.replaceChildren();
  place.style.width = width + 'px';
  place.dataset.theme = theme;

  const listener = new ProblemListener();
  try {
    const rendered = parseAndRender(JSON.parse(json), theme, listener);
    if (rendered) {
      place.append(rendered);
      await loadPictures(place, listener);
    } else {
      listener.report('NotRendered', 'The renderer drew nothing.');
    }
  } catch (error) {
    listener.report('ScriptError', String(error));
  }

  const { width: drawnWidth, height } = place.getBoundingClientRect();
  return JSON.stringify({
    problems: listener.problems, text: place.innerText.trim(), cut: findCutText(place), width: drawnWidth, height,
  });
}

function parseAndRender(source, theme, listener) {
  const { AdaptiveCard, Version, Versions, ValidationEvent } = AdaptiveCards;
  const card = new AdaptiveCard();
  card.hostConfig = teamsLook(theme);
  card.maxVersion = Versions.v1_5;
  // What is newer than the version a card declares is dropped by clients that go by it, so it counts as unknown.
  const declared = Version.parse(source.version, new AdaptiveCards.SerializationContext());
  listener.targetVersion = declared?.isValid && declared.compareTo(Versions.v1_5) < 0 ? declared : Versions.v1_5;
  card.parse(source, listener);
  for (const { source: object, event, message } of card.validateProperties().validationEvents) {
    listener.reportAbout(object, ValidationEvent[event], message);
  }

  return card.render();
}

async function loadPictures(place, listener) {
  for (const picture of place.querySelectorAll('img')) {
    await picture.decode().catch(() => listener.report('PictureNotShown', `No picture at ${picture.src.slice(0, 100)}`));
  }

  await document.fonts.ready;
}
