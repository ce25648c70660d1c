import { ExportRefused, endingOf, type ModelExport, type ModelFormat, type ModelInput } from '../frame/model-format.ts';
import { asTable, TABLE_KINDS } from '../tables/files.ts';
import { capircaFiles } from './capirca.ts';
import { type Filter, fileOf, filtersOf, unwrittenLine } from './filters.ts';
import { nftablesText } from './nftables.ts';
import { scheduleSheet } from './schedule-sheet.ts';

const WRITERS: Readonly<Record<string, (filters: readonly Filter[], input: ModelInput) => ModelExport>> = {
  /** A rule set a device: two that are loaded together would both have to allow what passes. */
  nft(filters, { name }) {
    const written = filters.map((filter) => ({ filter, ...nftablesText(filter) }));
    return {
      files: written.map(({ filter, text }) => ({
        name: fileOf(filter, filters, name),
        content: text,
      })),
      unwritten: written.flatMap(({ unwritten }) => unwritten),
    };
  },
  pol: (filters, { name }) => capircaFiles(filters, name),
};

export const firewall: ModelFormat = {
  id: 'firewall',
  title: 'Firewall rules',
  hint: 'of each filter what the flows of its conduits allow, and that all else is denied',
  kinds: [
    ...TABLE_KINDS,
    { ending: 'nft', fileType: 'nftables rule set', title: 'nftables' },
    { ending: 'pol', fileType: 'Capirca policy', title: 'Capirca and Aerleon' },
  ],
  isOfSeveral: true,
  write(input) {
    const filters = filtersOf(input.systems.map(({ plant }) => plant));
    if (filters.length === 0) {
      throw new ExportRefused(
        "There is no filter that a conduit passes: name a firewall with 'via' in a conduit, or give the conduit one of its own.",
      );
    }
    const write = WRITERS[endingOf(input.name)];
    if (write) return write(filters, input);
    const unwritten = filters.flatMap((filter) => filter.unwritable.map((each) => unwrittenLine(filter, each)));
    return asTable(input, [scheduleSheet(filters)], unwritten);
  },
};
