/** Runs the ending once on Ctrl-C or a stop signal; a second Ctrl-C leaves at once. */
export function stopOnSignal(end: () => Promise<void>): void {
  let ending = false
  const leave = () => {
    if (ending) process.exit(130)
    ending = true
    end().then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`${error.stack ?? error.message}\n`)
        process.exit(1)
      },
    )
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, leave)
}
