import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { openFile, saved, useBrowser, type Workbench, workbenchTest } from './support/workbench.ts';

useBrowser();

/** Declarations of every sort, with the words after which a list of suggestions is open when the next key comes. */
const TEXT = `system plant "Plant"
zone office "Office" : enterprise level 4 {
sl-t 1
owner "IT operations"
implements SR 1.1, SR 1.1 RE(1), SR 2.1 by pc evidence "a.md"
asset pc "PC" : business-workstation
}
zone test "T" : control {
sl-t 2 { RDF 3 }
criticality high
owner "IT services"
boundary logical "FW"
network "10.0.0.0/24"
plans SR 6.2 until 2027-03-31 "project"
excludes SR 1.6 because "no wireless"
compensates SR 1.2 with SR 2.1 because "so"
accepts SR 2.4 until 2027-06-30 because "so" by "Manager"
allow zone-bypass until 2027-06-30 because "so"
asset plc-1 "PLC" : plc { vendor "Acme" address "10.0.0.5" count 2 sl-c 2 }
asset hmi : hmi-panel
flow hmi -> plc-1 : s7comm "control"
zone inner : cell level 1 {
sl-t { 2 2 0 1 3 1 3 }
}
}
conduit link "Link" between office and test {
via fw
sl-t 1
flow pc -> hmi : https port tcp 8443 { when "called" }
}
profile basic "Basic" { SR 1.1, SR 1.3 }
risk R-1 "Risk" on test {
likelihood likely
impact major
mitigated-by SR 5.2
residual likelihood unlikely impact moderate
}
asset-type robot "Robot" extends plc { class embedded-device level 1 }
protocol bus "Bus" { port tcp 9100 authentication none }
`;

/** Milliseconds for which the server is stopped, and goes on, in turn. */
const STOPPED = 200;

/** Stops the servers of the editor again and again, so that their answers come late. */
async function delayAnswers(): Promise<() => void> {
  await expect.poll(serversOfEditors, { timeout: 60_000 }).not.toEqual([]);
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of serversOfEditors()) {
      try {
        process.kill(pid, name);
      } catch {
        // That of the window before has ended since.
      }
    }
  };
  let isStopped = false;
  const timer = setInterval(() => {
    isStopped = !isStopped;
    signal(isStopped ? 'SIGSTOP' : 'SIGCONT');
  }, STOPPED);
  return () => {
    clearInterval(timer);
    signal('SIGCONT');
  };
}

const serversOfEditors = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => /\/extensions\/[^\0]*server\.cjs/.test(commandLineOf(pid)))
    .map(Number);

/** The command line of a process, its parts apart by NUL; empty for one that has ended since. */
function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function type({ page }: Workbench, text: string, delay: (i: number) => number): Promise<void> {
  for (const [i, key] of [...text].entries()) {
    if (key === '\n') await page.keyboard.press('Enter');
    else await page.keyboard.type(key);
    await page.waitForTimeout(delay(i));
  }
}

const files = {
  'plant.zones': '',
  '.vscode/settings.json': JSON.stringify({
    '[zones]': {
      'editor.autoClosingBrackets': 'never',
      'editor.autoClosingQuotes': 'never',
      'editor.autoIndent': 'none',
    },
  }),
};

/** The settings of a folder come a moment after its file: until then a brace is closed by the editor. */
async function untilNothingIsClosed({ page }: Workbench): Promise<void> {
  const lines = page.locator('.monaco-editor .view-lines').first();
  const typed = async () => {
    await page.keyboard.type('{');
    const text = await lines.innerText();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    return text.trim();
  };
  await expect.poll(typed, { timeout: 30_000 }).toBe('{');
}

/** Types at a pace, in milliseconds a key, and compares. */
async function expectTyped(workbench: Workbench, text: string, delay: (i: number) => number): Promise<void> {
  await openFile(workbench, 'plant.zones');
  await untilNothingIsClosed(workbench);
  await type(workbench, text, delay);
  await workbench.page.keyboard.press('Escape');
  expect((await saved(workbench, 'plant.zones')).split('\n')).toEqual(text.split('\n'));
}

workbenchTest('what is typed stays as it is typed', files, async (workbench) => {
  await expectTyped(workbench, TEXT, (i) => 30 + ((i * 7) % 40));
});

workbenchTest('what is typed stays as it is typed while the answers come late', files, async (workbench) => {
  await openFile(workbench, 'plant.zones');
  const answer = await delayAnswers();
  try {
    await expectTyped(
      workbench,
      TEXT.slice(TEXT.indexOf('zone test'), TEXT.indexOf('compensates')),
      (i) => 50 + ((i * 23) % 60),
    );
  } finally {
    answer();
  }
});
