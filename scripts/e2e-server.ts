import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The portal as `npm start` shows it, on a data folder of its own that goes with it. */
const folder = mkdtempSync(join(tmpdir(), 'berdaya-e2e-'))
chmodSync(folder, 0o711)
process.env.DATA_DIR = folder
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
await import('./start')
