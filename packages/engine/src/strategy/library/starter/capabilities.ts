import type { StarterDefinition } from '../facts.ts'

/** Measures of what people are able and willing to do. */
export const capabilities: readonly StarterDefinition[] = [
  {
    name: 'People who stay', meaning: 'How many of those employed a year ago are still employed.', calculation: 'staff of a year ago still employed ÷ staff of a year ago', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: false,
    perspective: 'Capabilities', gamingRisk: 'Nobody is let go who should be, and temporary staff are not counted.', watch: 'Those who left and were regretted, and the share of temporary staff.', source: 'ISO 30414, human capital reporting', patterns: ['staff', 'stay', 'nurses', 'teachers', 'retain', 'workforce', 'people leave'],
  },
  {
    name: 'Engagement of staff', meaning: 'How many answers to the same few questions are favourable.', calculation: 'favourable answers ÷ answers', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'year', tellsOf: 'outcome', leading: true,
    perspective: 'Capabilities', gamingRisk: 'Managers ask for good answers, or small teams fear to be known.', watch: 'Response rate, and groups under five that are not shown.', source: 'Practice of staff surveys, as of the NHS', patterns: ['staff', 'engaged', 'culture', 'employees', 'workforce', 'motivated'],
  },
  {
    name: 'Posts filled with the skill asked for', meaning: 'How many critical posts are held by somebody who has the skill that they ask for.', calculation: 'critical posts held with the skill ÷ critical posts', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: true,
    perspective: 'Capabilities', gamingRisk: 'Posts are called uncritical once nobody is found.', watch: 'The list of critical posts and who changed it.', source: 'ISO 30414, human capital reporting', patterns: ['skills', 'capability', 'capable', 'talent'],
  },
  {
    name: 'Days of training for each person', meaning: 'Working days spent on training, for each person employed.', calculation: 'days of training ÷ people employed', unit: 'day', direction: 'higher', aggregation: 'ratio', frequency: 'year', tellsOf: 'activity', leading: true,
    perspective: 'Capabilities', gamingRisk: 'People sit in courses that nobody needs.', watch: 'Whether what was learned is used three months later.', source: 'GRI 404, training and education', patterns: ['skills', 'learn', 'teaching'],
  },
  {
    name: 'Time to fill a post', meaning: 'Days from when a post is to be filled until somebody begins.', calculation: 'median days from opening until first day of work', unit: 'day', direction: 'lower', aggregation: 'non_additive', frequency: 'quarter', tellsOf: 'output', leading: true,
    perspective: 'Capabilities', gamingRisk: 'Posts are opened only when somebody is found.', watch: 'Those who leave within a year of beginning.', source: 'ISO 30414, human capital reporting', patterns: ['recruit', 'hire', 'posts', 'staff', 'nurses', 'teachers', 'workforce'],
  },
  {
    name: 'Working time lost to illness', meaning: 'How much of the agreed working time is lost because people are ill.', calculation: 'hours lost to illness ÷ hours agreed', unit: 'percent', direction: 'lower', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: false,
    perspective: 'Capabilities', gamingRisk: 'People come to work ill.', watch: 'Engagement, and mistakes made.', source: 'ISO 30414, human capital reporting', patterns: ['health', 'healthy', 'absence', 'wellbeing', 'staff'],
  },
  {
    name: 'Ideas of staff put to work', meaning: 'Ideas of staff that were put to work in a year, for every hundred people.', calculation: 'ideas put to work ÷ people employed × 100', unit: 'ratio', direction: 'higher', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'output', leading: true,
    perspective: 'Capabilities', gamingRisk: 'Trifles are counted as ideas.', watch: 'What the ideas brought, as verified.', source: 'Practice of suggestion schemes and of continual improvement', patterns: ['innovation', 'innovate', 'improvement', 'ideas'],
  },
  {
    name: 'People who use a new way of working', meaning: 'How many of those whom a change is for work in the new way, three months after it came.', calculation: 'people who work in the new way ÷ people whom the change is for', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'outcome', leading: true,
    perspective: 'Capabilities', gamingRisk: 'Signing in once counts as use.', watch: 'How often it is used, and whether the old way is still open.', source: 'Practice of change management', patterns: ['adoption', 'adopt', 'change', 'transformation', 'modern', 'new ways'],
  },
]
