/** A question with its choices; `right` is the place of the right one, from 0. It is told to nobody who takes the check. */
export type CheckQuestion = { readonly text: string; readonly choices: readonly string[]; readonly right: number }
/** `passMark`: how many right answers pass. */
export type KnowledgeCheck = { readonly questions: readonly CheckQuestion[]; readonly passMark: number }
/** What of a check, or of answers to it, is not sound; `no` counts questions from 1 and is 0 of the check as a whole. */
export type CheckFault = { readonly no: number; readonly found: string; readonly expected: string }
export type Grade = { readonly right: number; readonly asked: number; readonly passed: boolean }

const plain = (words: string): string => words.trim().toLowerCase()

/** The first thing that is not sound in a check: a right answer that is none of the choices, two choices that read alike, more to be right than is asked. */
export function checkFault({ questions, passMark }: KnowledgeCheck): CheckFault | undefined {
  for (const [at, { choices, right }] of questions.entries()) {
    if (right >= choices.length) return { no: at + 1, found: `choice ${right + 1} as the right one`, expected: `one of its ${choices.length} choices` }
    const twice = choices.find((one, place) => choices.slice(0, place).some((other) => plain(other) === plain(one)))
    if (twice !== undefined) return { no: at + 1, found: `the choice “${twice.trim()}” twice`, expected: 'choices that differ' }
  }
  return passMark > questions.length ? { no: 0, found: `${passMark} right answers to pass`, expected: `at most the ${questions.length} that are asked` } : undefined
}

/** The first thing that is not sound in answers: each question is answered by one of its choices. */
export function answersFault({ questions }: Pick<KnowledgeCheck, 'questions'>, answers: readonly number[]): CheckFault | undefined {
  if (answers.length !== questions.length) return { no: Math.min(answers.length, questions.length) + 1, found: `${answers.length} answers`, expected: `${questions.length}, one for each question` }
  const at = questions.findIndex(({ choices }, place) => (answers[place] ?? 0) >= choices.length)
  return at < 0 ? undefined : { no: at + 1, found: `choice ${(answers[at] ?? 0) + 1}`, expected: `one of its ${questions[at]?.choices.length ?? 0} choices` }
}

/** Grades sound answers. It says how many are right and never which, and it changes no level of a skill. */
export function gradeCheck({ questions, passMark }: KnowledgeCheck, answers: readonly number[]): Grade {
  const right = questions.filter((question, at) => question.right === answers[at]).length
  return { right, asked: questions.length, passed: right >= passMark }
}
