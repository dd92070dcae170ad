import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** The account that the database runs as; null where it is simply the person's own. */
export type Account = { uid: number; gid: number } | null

/** PostgreSQL refuses to run as root: root's database runs as `postgres` where it exists, else as `nobody`. */
export function databaseAccount(dataOwner?: number): Account {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  const found =
    accounts.find((one) => dataOwner && one.uid === dataOwner) ??
    accounts.find((one) => one.name === 'postgres') ??
    accounts.find((one) => one.name === 'nobody')
  return found ? { uid: found.uid, gid: found.gid } : { uid: 65534, gid: 65534 }
}

/** Whether the account may pass through every folder above the path, and through it if it exists. */
export function canReach(account: Account, path: string): boolean {
  if (!account) return true
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false })
    if (stat && !mayPass(account, stat)) return false
    if (folder === dirname(folder)) return true
  }
}

function mayPass(
  account: { uid: number; gid: number },
  stat: { uid: number; gid: number; mode: number },
): boolean {
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}

/** Starts a program of the database as its account, out of reach of Ctrl-C and without the portal's secrets. */
export function spawnAs(
  account: Account,
  program: string,
  args: string[],
  cwd: string,
  stdio: StdioOptions,
): ChildProcess {
  const env = { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC', NODE_ENV: 'production' as const }
  return spawn(program, args, { ...(account ?? {}), cwd, env, stdio, detached: true })
}
