import { SEVERITIES } from '../core/model/system.ts';
import { RULE_GROUPS } from '../core/rules/frame/rule.ts';
import { settable } from '../core/rules/frame/severities.ts';
import { RULES } from '../core/rules/index.ts';

/** What may be given a severity, groups first, each with what the editor says of it. */
const RULE_SETTINGS = Object.fromEntries(
  [
    ...RULE_GROUPS.map((group) => [group, `All rules of the group '${group}' that are not set themselves.`] as const),
    ...settable(RULES).map(({ code, title, severity }) => [code, `${title}. ${severity} unless set.`] as const),
  ].map(([name, description]) => [name, { enum: SEVERITIES, description }]),
);

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
  'zones.rules': {
    type: 'object',
    default: {},
    scope: 'window',
    properties: RULE_SETTINGS,
    additionalProperties: false,
    markdownDescription:
      'The severity of rules, or of groups of rules, such as `{ "documentation": "off", "zone-owner": "info" }`. What a model sets itself (`rule zone-owner warning`) stands over it. `zones check --rule` sets the same on the command line.',
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
