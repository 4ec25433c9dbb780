import MarkdownIt from "../lib/markdown-it.min.js";
import { registerElements } from "./elements.js";
import { hostConfig } from "./hostConfig.js";

const AC = globalThis.AdaptiveCards;
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: false });
const patience = 250; // ms without a key before a search

AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};
AC.GlobalSettings.setTabIndexAtCardRoot = false;
registerElements(AC);

const host = new AC.HostConfig(hostConfig);
// Of its two inputs with suggestions the renderer's plain one is a native combo box; it is filled here while one types. No setting says so.
host.inputs.allowDynamicallyFilteredChoiceSet = false;

/**
 * Draws a card with the official renderer.
 * `onAction` gets { type, title, verb, data, url } with the inputs already in `data`; `onSearch` gets (dataset, query) and returns choices.
 * Returns the element, and what the renderer found wrong with the card; an unknown element that has a fallback is not wrong.
 */
export function drawCard(json, { onAction = () => {}, onSearch = async () => [] } = {}) {
  const card = new AC.AdaptiveCard();
  card.hostConfig = host;
  card.onExecuteAction = action => onAction({
    type: action.getJsonTypeName(), title: action.title, verb: action.verb, data: action.data ?? {}, url: action.url,
  });
  // Teams knows choices that are searched for in cards of every version; the open renderer from 1.6 on.
  const context = new AC.SerializationContext(AC.Versions.v1_6);
  card.parse(json, context);
  card.validateProperties().validationEvents.forEach(({ phase, event, message }) => context.logEvent(undefined, phase, event, message));
  const excused = replaceable(json);
  const events = Array.from({ length: context.eventCount }, (_, at) => readable(context.getEventAt(at)))
    .filter(({ kind, message }) => kind !== "UnknownElementType" || !excused.some(type => message.includes(`"${type}"`)));

  const drawn = card.render();
  card.getAllInputs().filter(input => input instanceof AC.ChoiceSetInput).forEach(input => finishChoices(input, onSearch));
  // A form of its own keeps radio buttons of two cards apart.
  const form = document.createElement("form");
  form.className = "card";
  form.noValidate = true;
  form.onsubmit = event => event.preventDefault();
  form.append(drawn ?? (json.fallbackText ?? ""));
  return { element: form, events };
}

function readable({ phase, event, message }) {
  return { phase: AC.ValidationPhase[phase], kind: AC.ValidationEvent[event], message };
}

/** The types whose every element in the card says what to draw where it is not known. */
function replaceable(json) {
  const types = new Map();
  JSON.stringify(json, (_, part) => {
    if (typeof part?.type === "string") types.set(part.type, (types.get(part.type) ?? true) && part.fallback !== undefined);
    return part;
  });
  return [...types].filter(([, hasFallback]) => hasFallback).map(([type]) => type);
}

function finishChoices(input, onSearch) {
  const control = input.renderedInputControlElement;
  if (input.style === "expanded" || input.isMultiSelect) {
    control.setAttribute("role", input.isMultiSelect ? "group" : "radiogroup");
    control.setAttribute("aria-label", input.label ?? "");
  }
  const list = control.querySelector("datalist");
  if (!list) return;
  const text = control.querySelector("input");
  text.setAttribute("aria-labelledby", control.getAttribute("aria-labelledby")); // the renderer labels what is around it
  const dataset = input.choicesData?.dataset;
  let wait;
  if (dataset) text.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(async () => offer(input, list, await onSearch(dataset, text.value)), patience);
  });
}

/** The input takes a title for its value only where it knows the choice, so new ones are added to the old. */
function offer(input, list, found) {
  const known = new Set(input.choices.map(choice => choice.title));
  for (const { title, value } of found.filter(choice => !known.has(choice.title))) {
    input.choices.push(new AC.Choice(title, value));
    list.append(Object.assign(document.createElement("option"), { value: title }));
  }
}
