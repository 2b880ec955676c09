/**
 * Of several questions under way, lets through only the answer of the last one asked, in whatever order the answers come.
 * @returns a function that awaits one question: its answer, or nothing where another was asked meanwhile
 */
export function lastAsked(): <A>(question: () => Promise<A>) => Promise<A | undefined> {
  let asked = 0
  return async (question) => {
    const turn = ++asked
    const answer = await question()
    return turn === asked ? answer : undefined
  }
}
