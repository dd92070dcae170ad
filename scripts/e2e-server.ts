import { rmSync } from 'node:fs'

/** The portal as `npm start` shows it, on a data folder of its own that goes with it. */
const folder = process.env.DATA_DIR
if (!folder) throw new Error('DATA_DIR must be set')
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
await import('./start')
