import { createInterface } from 'node:readline/promises';
import { choicesOf, withMeaning } from '../../core/exchange/reading/mapping.ts';
import type { SheetReading } from '../../core/exchange/reading/recognise-columns.ts';
import { columnTable } from '../formats/import.ts';
import { say } from '../terminal.ts';

/** True where somebody is there to be asked. */
export const canAsk = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true;

/** Shows what was understood of a sheet, and takes other meanings for its columns until the user goes on. */
export async function askForColumns(file: string, reading: SheetReading, sheet: string): Promise<SheetReading> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    let changed = reading;
    for (;;) {
      say(sheet === '' ? file : `${file}, sheet ${sheet}`, ...columnTable(changed.columns, true));
      const answer = await terminal.question(
        'Change a column as number=meaning (3=vendor, 3=- to leave it out), ? lists meanings, Enter goes on: ',
      );
      if (answer.trim() === '') return changed;
      changed = answered(changed, answer.trim());
    }
  } finally {
    terminal.close();
  }
}

function answered(reading: SheetReading, answer: string): SheetReading {
  const choices = choicesOf(reading.table);
  const [, number = '', word = ''] = /^(\d+)\s*=\s*(\S+)$/.exec(answer) ?? [];
  const index = Number(number) - 1;
  const choice = choices.find(({ meaning }) => meaning === word);
  if (reading.columns[index] && (choice || word === '-')) return withMeaning(reading, index, choice?.meaning);
  say(`Meanings: ${choices.map(({ meaning }) => meaning).join(', ')}`);
  return reading;
}
