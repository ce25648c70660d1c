import { expect, test } from 'vitest';
import { createWorkspace } from '../../language-server/language/workspace.ts';

/** A line of one system, and a conduit of another that leads into it: what is called so there is something else. */
const files = [
  {
    uri: 'file:///site.zones',
    text: `
      system site
      zone line "Line" : cell {
        sl-t 3
        asset plc-1 "PLC" : plc
      }
      zone office "Office" : enterprise {
        asset pc "PC" : workstation
      }`,
  },
  {
    uri: 'file:///plant.zones',
    text: `
      system plant
      zone line "Our own line" : cell {
        sl-t 1
        asset server "Server" : scada-server
        flow server -> site.office.pc : https
      }
      conduit link "Link" between line and site.line {
        flow line.server -> site.line.plc-1 : modbus-tcp
        flow line.server -> site.line.plc-1 : opc-ua
      }`,
  },
];

test.each([
  ['undeclared-conduit', "'site.office'"],
  ['insecure-protocol', "in 'site.line'"],
  ['unspecified-protection', "in 'site.line'"],
])('%s names a zone of another system with that system', (rule, named) => {
  const workspace = createWorkspace({ defaultSystem: 'plant', today: '2026-01-01' });
  workspace.update(files);
  const messages = workspace
    .findingsOf('file:///plant.zones')
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(named);
});
