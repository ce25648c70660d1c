import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plant, writePlant } from '../core/plant-model.ts';
import { EXAMPLES, exported, textOf, workspaceOf } from '../support/exchange.ts';
import { HOSTILE } from '../support/hostile.ts';
import { EVERYTHING } from '../support/record-model.ts';
import { hostileModel } from './hostile-model.ts';

const root = join(import.meta.dirname, '../..');

/** Schemas of others are no part of the project. */
const FOLDER = process.env.ZONES_SCHEMAS ?? join(root, '../shared/schemas');

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

const options = { strict: false, allErrors: false } as const;
// The package is CommonJS: its function is the default of the default.
const withFormats = <T extends Ajv>(ajv: T): T => (formats as unknown as (ajv: Ajv) => T)(ajv);

const MODELS = [
  ...EXAMPLES,
  ['all that can be said', [EVERYTHING.join('\n')]],
  ['texts of people who wish ill', [hostileModel(HOSTILE)]],
] as const;

describe('JSON', () => {
  const check = withFormats(new Ajv2020({ ...options, strict: true, allowUnionTypes: true })).compile(
    read(join(root, 'schemas/model.schema.json')),
  );
  const faultsOf = (text: string) => (check(JSON.parse(text)) ? [] : check.errors);

  test.each(MODELS)('%s is as its schema says', (_, texts) => {
    expect(faultsOf(textOf(exported(workspaceOf(...texts), 'json', 'a.json')))).toEqual([]);
  });

  test('random plants are as its schema says', () => {
    fc.assert(
      fc.property(plant, (model) => {
        expect(faultsOf(textOf(exported(workspaceOf(writePlant(model)), 'json', 'a.json')))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('what is not as the schema says is found', () => {
    const model = JSON.parse(textOf(exported(workspaceOf(...EXAMPLES[0]![1]), 'json', 'a.json')));
    delete model.systems[0].zones[0].levels;
    expect(faultsOf(JSON.stringify(model))).not.toEqual([]);
  });
});

describe.each([
  ['otm', 'otm_schema.json', 'a.otm'],
  ['oscal', 'oscal-1.2.2.json', 'folder'],
] as const)('%s', (format, schema, name) => {
  const path = join(FOLDER, schema);
  const isThere = existsSync(path);
  if (!isThere) console.warn(`Not tested: ${schema} is not in ${FOLDER}. Name a folder that has it in ZONES_SCHEMAS.`);
  const check = isThere ? withFormats(new Ajv(options)).compile(read(path)) : undefined;

  test.skipIf(!isThere).each(MODELS)('%s is as the schema says', (_, texts) => {
    const { files } = exported(workspaceOf(...texts), format, name);
    expect(files.length).toBeGreaterThan(0);
    for (const { content } of files) {
      check!(JSON.parse(content as string));
      expect(check!.errors ?? []).toEqual([]);
    }
  });
});
