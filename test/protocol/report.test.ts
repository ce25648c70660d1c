import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportReportResult, ReportFormatsResult, ReportResult } from '../../language-server/protocol.ts';
import { type LspClient, startClient } from '../support/lsp-client.ts';

const uri = 'untitled:plant.zones';
const TEXT = `system plant "The plant"
zone line "Line" : cell {
  sl-t 1
  asset press "Press" : plc
}
`;
let client: LspClient;

beforeAll(async () => {
  client = await startClient();
  await client.open(uri, TEXT);
});
afterAll(() => client.stop());

test('the report is a page without scripts, whose rows lead to lines of the files that are named', async () => {
  const { title, system, systems, broken, html, files } = await client.request<ReportResult>('zones/report', { uri });
  expect({ title, system, systems, broken }).toEqual({
    title: 'The plant',
    system: 'plant',
    systems: [{ name: 'plant', title: 'The plant' }],
    broken: [],
  });
  expect(html).not.toMatch(/<script|<style| style=|\son\w+=/);
  const record = /<h3><a class="line" href="#line-(\d+)-(\d+)"[^>]*>Line \(line\)/.exec(html);
  expect([files[Number(record?.[1])], Number(record?.[2])]).toEqual([uri, 1]);
});

test('it is exported in each format that is offered', async () => {
  const { formats } = await client.request<ReportFormatsResult>('zones/reportFormats', undefined);
  expect(formats.map(({ ending }) => ending)).toEqual(expect.arrayContaining(['html', 'docx', 'md', 'json']));
  for (const { ending } of formats) {
    const params = { uri, ending, name: 'my report' };
    const { text, base64, beside } = await client.request<ExportReportResult>('zones/exportReport', params);
    // What is no text is an archive.
    expect(text ?? Buffer.from(base64!, 'base64').toString('latin1').slice(0, 2)).toMatch(/The plant|^PK$/);
    for (const { address, text: svg } of beside) {
      expect(text).toContain(`](${address})`);
      expect([address, svg]).toEqual([
        expect.stringMatching(/^my%20report-pictures\//),
        expect.stringMatching(/^<svg /),
      ]);
    }
  }
});

test('a format that there is not is refused with a sentence', async () => {
  const asked = client.request('zones/exportReport', { uri, ending: 'odt', name: 'r' });
  await expect(asked).rejects.toThrow("and not as 'odt'");
});
