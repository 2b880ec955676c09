/** A way of bringing a change about, with its steps in their order and where it comes from. */
export type ChangeTemplate = { readonly key: string; readonly title: string; readonly source: string; readonly fits: string; readonly steps: readonly string[] }

/** Templates of change strategies; a plan that began with one keeps its steps as they were. */
export const changeTemplates = [
  {
    key: 'adkar', title: 'ADKAR', source: 'Hiatt, ADKAR (2006)', fits: 'People have to work in another way, one by one',
    steps: ['Awareness of why it changes', 'Desire to take part', 'Knowledge of how to do it', 'Ability to do it day by day', 'Reinforcement, so that it stays'],
  },
  {
    key: 'kotter', title: 'Eight steps', source: 'Kotter, Leading Change (1996)', fits: 'The whole organisation has to move, and nobody feels that it must',
    steps: ['Establish a sense of urgency', 'Form a guiding coalition', 'Develop a vision and a strategy', 'Communicate the vision', 'Empower people to act', 'Generate short-term wins', 'Build on the gains', 'Anchor it in the culture'],
  },
  {
    key: 'lewin', title: 'Unfreeze, change, freeze', source: 'Lewin, Frontiers in Group Dynamics (1947)', fits: 'One group has to let go of a habit',
    steps: ['Unfreeze: let go of what is usual', 'Change: move to the new level', 'Freeze: make the new level usual'],
  },
  {
    key: 'adoption', title: 'Adoption in organisations', source: 'Rogers, Diffusion of Innovations (1983)', fits: 'Something that was proved in a small place is taken over elsewhere',
    steps: ['Agenda-setting: which problem is it for', 'Matching: does it fit the problem here', 'Redefining: fit it to the place, and the place to it', 'Clarifying: what it means for those who use it', 'Routinising: it is nothing special any more'],
  },
] as const satisfies readonly ChangeTemplate[]
export const changeTemplateKeys = changeTemplates.map(({ key }) => key)
