import { db } from './db.server'

/** The programme year named in the header: the newest that is open, else the newest of all. */
export async function programmeShown(): Promise<{ name: string; fiscalYear: number } | null> {
  return db.programme.findFirst({
    select: { name: true, fiscalYear: true },
    orderBy: [{ status: 'desc' }, { fiscalYear: 'desc' }],
  })
}
