import { pool } from './db.server'

/**
 * Notes how far a long piece of work is, beside the transaction in which it works, so that its owner sees it move.
 * Nothing but the progress bar reads it; within that transaction the row must not be touched.
 */
export async function noteProgress(jobRunId: string, done: number): Promise<void> {
  await pool.query('UPDATE job_run SET done = $2 WHERE id = $1', [jobRunId, done])
}

/** Notes that the work has ended, after its transaction. */
export async function endProgress(jobRunId: string, error: string | null = null): Promise<void> {
  await pool.query(
    'UPDATE job_run SET state = $2, error = $3, total = CASE WHEN $3::text IS NULL THEN done ELSE total END, finished_at = now() WHERE id = $1',
    [jobRunId, error === null ? 'done' : 'failed', error],
  )
}
