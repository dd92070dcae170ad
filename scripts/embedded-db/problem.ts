/** A sentence for the person who started something that cannot start. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}
