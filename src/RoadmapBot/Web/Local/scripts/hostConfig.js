/** How cards look: Teams' measures, this page's colours. A colour is a CSS variable, so that light and dark need no second drawing. */

const text = name => ({ default: `var(--${name})`, subtle: `var(--${name}-quiet, var(--${name}))` });

const foregroundColors = {
  default: { default: "var(--ink)", subtle: "var(--quiet)" },
  dark: text("ink"),
  light: text("quiet"),
  accent: text("brand"),
  good: text("good"),
  warning: text("warning"),
  attention: text("attention"),
};

const style = name => ({ backgroundColor: `var(--card-${name})`, foregroundColors });

export const hostConfig = {
  fontFamily: "inherit",
  supportsInteractivity: true,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  spacing: { small: 4, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: { backgroundColor: "transparent", foregroundColors },
    emphasis: style("emphasis"),
    accent: style("accent"),
    good: style("good"),
    warning: style("warning"),
    attention: style("attention"),
  },
  actions: {
    maxActions: 6,
    spacing: "large",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 12 },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    allowTitleToWrap: true,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", size: "small" },
  },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 180 },
    value: { wrap: true },
    spacing: 12,
  },
  textStyles: { heading: { weight: "bolder", size: "medium" } },
  textBlock: { headingLevel: 3 },
  adaptiveCard: { allowCustomStyle: false },
};
