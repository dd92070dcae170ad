import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** A process, told apart from a later one that got the same number. */
type Mark = { pid: number; startedAt: string }

function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

function read(path: string): { text: string; mark: Mark } | null {
  try {
    const text = readFileSync(path, 'utf8')
    return { text, mark: JSON.parse(text) as Mark }
  } catch {
    return existsSync(path) ? { text: '', mark: { pid: 0, startedAt: '' } } : null
  }
}

/** The process that owns the folder, if it lives. */
export function ownerOf(path: string): number | null {
  const found = read(path)
  if (!found || found.mark.pid <= 0 || !isRunning(found.mark.pid)) return null
  return found.mark.startedAt === startTime(found.mark.pid) ? found.mark.pid : null
}

/** Becomes the owner unless a living process is; returns that process, or null on success. */
export function takeOwnership(path: string): number | null {
  const mine = JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) } satisfies Mark)
  for (;;) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 })
      return null
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = ownerOf(path)
    if (owner !== null) return owner
    removeStale(path)
  }
}

/** Moves a dead owner's mark away; if another start was faster and it is a live one, it is put back. */
function removeStale(path: string): void {
  const away = `${path}.${process.pid}`
  try {
    renameSync(path, away)
  } catch {
    return
  }
  const live = ownerOf(away)
  if (live !== null) renameSync(away, path)
  else rmSync(away, { force: true })
}

export function giveUpOwnership(path: string): void {
  if (read(path)?.mark.pid === process.pid) rmSync(path, { force: true })
}
