// The renderer passes over properties it does not know without a word, so that a misspelt one would go unseen.
// These are read by hand in the renderer, outside the schema, or are Teams' own.
const propertiesOutsideSchema = {
  AdaptiveCard: ['body', 'actions', 'msteams'],
  Container: ['items'],
  Column: ['items'],
  TableCell: ['items'],
  ColumnSet: ['columns'],
  ActionSet: ['actions'],
  RichTextBlock: ['inlines'],
  Table: ['rows'],
  TableRow: ['cells'],
  'Action.ShowCard': ['card'],
};
const propertiesEverywhere = ['type', 'fallback', 'targetWidth'];

class ProblemListener extends AdaptiveCards.SerializationContext {
  problems = [];
  #way = [];

  // Overridden to know where in the card an event happened: an unknown element has no object to ask.
  internalParseCardObject(parent, source, ...rest) {
    this.#way.push(source);
    try {
      return super.internalParseCardObject(parent, source, ...rest);
    } finally {
      this.#way.pop();
    }
  }

  logEvent(source, phase, event, message) {
    super.logEvent(source, phase, event, message);
    this.report(AdaptiveCards.ValidationEvent[event], message);
  }

  report(event, message, way = this.#way) {
    const concerned = way.at(-1);
    this.problems.push({
      event,
      message,
      element: concerned?.type ?? null,
      hasFallback: concerned?.fallback !== undefined,
      path: ['AdaptiveCard', ...way.map(step => (step?.type ?? '?') + (step?.id ? '#' + step.id : ''))].join(' > '),
    });
  }

  reportAbout(object, event, message) {
    const way = [];
    for (let step = object; step?.parent; step = step.parent) {
      way.unshift({ type: step.getJsonTypeName(), id: step.id });
    }

    this.report(event, message, way);
  }

  reportUnknownProperties(object, source) {
    const schema = object.getSchema();
    const known = new Set(propertiesEverywhere);
    for (let i = 0; i < schema.getCount(); i++) {
      known.add(schema.getItemAt(i).name);
    }

    const type = object.getJsonTypeName?.() ?? object.getSchemaKey();
    for (const name of propertiesOutsideSchema[type] ?? []) {
      known.add(name);
    }

    for (const name of Object.keys(source).filter(name => !known.has(name))) {
      this.report('UnknownProperty', `${type} has no property "${name}".`);
    }
  }
}

const parseAsItIs = AdaptiveCards.SerializableObject.prototype.internalParse;
AdaptiveCards.SerializableObject.prototype.internalParse = function (source, context) {
  if (context instanceof ProblemListener && source && typeof source === 'object') {
    context.reportUnknownProperties(this, source);
  }

  return parseAsItIs.call(this, source, context);
};
