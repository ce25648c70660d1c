/**
 * The settings of the extension by name, as VS Code's schema of `contributes.configuration` has them. `npm run generate`
 * writes them into package.json.
 */
export const SETTINGS = {
  'zones.missingControl.group': {
    type: 'string',
    enum: ['zone', 'fr', 'control'],
    default: 'zone',
    scope: 'window',
    enumDescriptions: [
      'One finding per zone or conduit, with the number of controls that each foundational requirement misses.',
      'One finding per foundational requirement, listing its missing controls.',
      'One finding per missing control.',
    ],
    markdownDescription: 'How the findings of `missing-control` are grouped at a zone or conduit.',
  },
  'zones.preview.openWithFirstModel': {
    type: 'boolean',
    default: false,
    scope: 'window',
    description: 'Opens the preview beside the first model that is shown in a window.',
  },
  'zones.trace.server': {
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    default: 'off',
    scope: 'window',
    description: 'Writes the messages between the editor and the language server to the output channel "Zones".',
  },
} as const;
