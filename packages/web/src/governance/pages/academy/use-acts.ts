import { governanceRoutes as routes } from '@throughline/contract/governance'
import { useAct } from '../../../wire/index.ts'
import type { AcademyActs } from './acts.ts'

/** Every act of the page; what it changes is read anew. */
export function useAcademyActs(): AcademyActs {
  const [addSkill, changeSkill, assess, withdrawAssessment] = [useAct(routes.addSkill), useAct(routes.changeSkill), useAct(routes.assessSkill), useAct(routes.withdrawAssessment)]
  const [addCourse, changeCourse, setCheck, takeCheck] = [useAct(routes.addCourse), useAct(routes.changeCourse), useAct(routes.setCheck), useAct(routes.takeCheck)]
  const [plan, changeSession, callOff, enrol, withdraw, attend, tell] = [useAct(routes.planSession), useAct(routes.changeSession), useAct(routes.callSessionOff), useAct(routes.enrol), useAct(routes.withdrawPlace), useAct(routes.recordAttendance), useAct(routes.tellUsefulness)]
  const [offer, endMentor, ask, answer, endPairing] = [useAct(routes.offerMentoring), useAct(routes.endMentor), useAct(routes.askMentor), useAct(routes.answerMentoring), useAct(routes.endMentoring)]
  const [addCommunity, changeCommunity, join] = [useAct(routes.addCommunity), useAct(routes.changeCommunity), useAct(routes.joinCommunity)]
  const [askCommunity, answerQuestion, accept, mark] = [useAct(routes.askCommunity), useAct(routes.answerQuestion), useAct(routes.acceptAnswer), useAct(routes.markAnswer)]
  return {
    addSkill: (body) => addSkill.run({ body }), changeSkill: ({ id, version }, given) => changeSkill.run({ params: { id }, body: { version, ...given } }), assess: (body) => assess.run({ body }), withdrawAssessment: ({ id, version }, reason) => withdrawAssessment.run({ params: { id }, body: { version, reason } }),
    addCourse: (body) => addCourse.run({ body }), changeCourse: ({ id, version }, given) => changeCourse.run({ params: { id }, body: { version, ...given } }), setCheck: ({ id, version }, given) => setCheck.run({ params: { id }, body: { version, ...given } }),
    takeCheck: ({ course, version }, answers) => takeCheck.run({ params: { id: course.id }, body: { version, answers: [...answers] } }),
    plan: ({ id }, body) => plan.run({ params: { id }, body }), changeSession: ({ id, version }, given) => changeSession.run({ params: { id }, body: { version, ...given } }), callOff: ({ id, version }, reason) => callOff.run({ params: { id }, body: { version, reason } }),
    enrol: ({ id }, personId) => enrol.run({ params: { id }, body: personId === undefined ? {} : { personId } }), withdraw: ({ id, version }) => withdraw.run({ params: { id }, body: { version } }),
    attend: ({ id, version }, attended) => attend.run({ params: { id }, body: { version, attended } }), tell: ({ id, version }, usefulness) => tell.run({ params: { id }, body: { version, usefulness } }),
    offer: (body) => offer.run({ body }), endMentor: ({ id, version }) => endMentor.run({ params: { id }, body: { version } }), ask: ({ id }, goal) => ask.run({ params: { id }, body: { goal } }),
    answer: ({ id, version }, accepted, words) => answer.run({ params: { id }, body: { version, accepted, words } }), endPairing: ({ id, version }, reason) => endPairing.run({ params: { id }, body: { version, reason } }),
    addCommunity: (body) => addCommunity.run({ body }), changeCommunity: ({ id, version }, given) => changeCommunity.run({ params: { id }, body: { version, ...given } }), join: ({ id }, member) => join.run({ params: { id }, body: { member } }),
    askCommunity: ({ id }, body) => askCommunity.run({ params: { id }, body }), answerQuestion: ({ id }, text) => answerQuestion.run({ params: { id }, body: { text } }), accept: ({ id, version }, answerId) => accept.run({ params: { id }, body: { version, answerId } }), mark: ({ id }, useful) => mark.run({ params: { id }, body: { useful } }),
  }
}
