import { demoAccountsMaySignIn } from '../../app/platform/env.server'
import { say } from './tell'

/** Tells where the portal is and who can sign in. */
export function tellAccounts(address: string, demonstration: boolean): void {
  say()
  say(`  Berdaya: ${address}`)
  say()
  if (!demonstration) return
  if (!demoAccountsMaySignIn()) {
    say('  HOST is not this machine alone: the demonstration accounts cannot sign in.')
    return
  }
  say('  Demonstration accounts, password berdaya-demo-2026 (the second factor is shown when signing in):')
  say('    admin@berdaya.test                 administrator')
  say('    koordinator@berdaya.test           coordinator of the province')
  say('    koordinator.6472@berdaya.test      coordinator of a regency (6401 … 6474)')
  say('    verifikator.6472@berdaya.test      verifier of a regency')
  say('    pendamping.6472@berdaya.test       companion of a regency')
  say('    pelatih@, pelatih2@berdaya.test    trainers')
  say('    bendahara@, bendahara2@berdaya.test  treasurers')
  say('    kpa@, kadis@berdaya.test           approvers, first and second level')
  say('    auditor@, auditor2@berdaya.test    auditors')
  say('    dpo@berdaya.test                   data protection officer')
  say()
  say('  Ctrl-C stops everything; the data stays.')
}
