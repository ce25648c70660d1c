import { chromium } from 'playwright-core';
import { installChromium } from '../editor-host.mjs';

/** What every Chromium of the tests gets: no sandbox in containers, and no way out of this machine. */
const options = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts the Chromium of the tests. */
export async function launchChromium() {
  return chromium.launch({ executablePath: await installChromium(), args: options });
}
