import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, spawnAs } from './account'
import { DATABASE, freePort, keepCredentials } from './credentials'
import { StartProblem } from './problem'

/** Makes the cluster beside its final place and moves it there whole, so that a start cut short leaves no half of one. */
export async function initialise(
  binaries: string,
  folder: string,
  account: Account,
  durable: boolean,
): Promise<void> {
  const fresh = join(folder, 'postgres.new')
  const passwordFile = join(folder, 'initial-password')
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  const credentials = {
    port: await freePort(),
    user: DATABASE,
    password: randomBytes(24).toString('base64url'),
  }
  keepCredentials(folder, credentials)
  writeFileSync(passwordFile, credentials.password, { mode: 0o600 })
  if (account) for (const path of [fresh, passwordFile]) chownSync(path, account.uid, account.gid)
  const sync = durable ? [] : ['--no-sync']
  const args = [
    '-D',
    fresh,
    '-U',
    DATABASE,
    '--pwfile',
    passwordFile,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    ...sync,
  ]
  try {
    const made = await runInitdb(binaries, [...args, '--locale=C.UTF-8'], account)
    if (made.code !== 0) {
      rmSync(fresh, { recursive: true, force: true })
      mkdirSync(fresh, { mode: 0o700 })
      if (account) chownSync(fresh, account.uid, account.gid)
      const plain = await runInitdb(binaries, [...args, '--locale=C'], account)
      if (plain.code !== 0) throw new StartProblem(`initdb failed: ${plain.output.trim().split('\n').at(-1)}`)
    }
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(fresh, join(folder, 'postgres'))
}

async function runInitdb(
  binaries: string,
  args: string[],
  account: Account,
): Promise<{ code: number; output: string }> {
  const child = spawnAs(account, join(binaries, 'bin', 'initdb'), args, '/', ['ignore', 'pipe', 'pipe'])
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  return await new Promise((done) => {
    child.on('error', (error) => done({ code: -1, output: error.message }))
    child.on('close', (code) => done({ code: code ?? -1, output }))
  })
}
