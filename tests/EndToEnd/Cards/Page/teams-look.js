// Spacing, sizes and limits are those of the host configuration published for Teams; the colours are Teams' present
// ones, because the published green and yellow cannot be read on white.
const shades = {
  light: {
    text: ['#242424', '#616161'], dark: ['#242424', '#616161'], light: ['#ffffff', '#d6d6d6'],
    accent: ['#5b5fc7', '#4f52b2'], good: ['#0e700e', '#107c10'], warning: ['#bc4b09', '#da3b01'], attention: ['#b10e1c', '#c50f1f'],
    grounds: { default: '#ffffff', emphasis: '#f5f5f5', accent: '#e8ebfa', good: '#f1faf1', warning: '#fff9f5', attention: '#fdf3f4' },
    line: '#e0e0e0',
  },
  dark: {
    text: ['#ffffff', '#adadad'], dark: ['#1f1f1f', '#292929'], light: ['#ffffff', '#adadad'],
    accent: ['#7f85f5', '#9299f7'], good: ['#54b054', '#9fd89f'], warning: ['#faa06b', '#f7630c'], attention: ['#dc626d', '#e37d80'],
    grounds: { default: '#292929', emphasis: '#1f1f1f', accent: '#2f2f4a', good: '#052505', warning: '#4a1e04', attention: '#3b0509' },
    line: '#525252',
  },
};

function teamsLook(theme) {
  const shade = shades[theme];
  const colour = ([strong, subtle]) => ({ default: strong, subtle });
  const foregroundColors = {
    default: colour(shade.text), dark: colour(shade.dark), light: colour(shade.light), accent: colour(shade.accent),
    good: colour(shade.good), warning: colour(shade.warning), attention: colour(shade.attention),
  };
  const font = fontFamily => ({
    fontFamily,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
  });
  const fact = weight => ({ size: 'Default', color: 'Default', isSubtle: false, weight, wrap: true });
  return new AdaptiveCards.HostConfig({
    choiceSetInputValueSeparator: ',',
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: shade.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    fontTypes: {
      default: font("'Segoe UI', sans-serif"),
      monospace: font("Consolas, 'Liberation Mono', monospace"),
    },
    textStyles: { heading: { fontType: 'Default', size: 'Large', weight: 'Bolder', color: 'Default', isSubtle: false } },
    containerStyles: Object.fromEntries(Object.entries(shade.grounds).map(
      ([style, backgroundColor]) => [style, { backgroundColor, borderColor: shade.line, foregroundColors }])),
    actions: {
      maxActions: 6, spacing: 'Default', buttonSpacing: 8, actionsOrientation: 'Horizontal', actionAlignment: 'Left',
      showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
    },
    adaptiveCard: { allowCustomStyle: false },
    imageSet: { imageSize: 'Medium', maxImageHeight: 100 },
    factSet: { title: { ...fact('Bolder'), maxWidth: 150 }, value: fact('Default'), spacing: 16 },
    table: { cellSpacing: 8 },
  });
}
